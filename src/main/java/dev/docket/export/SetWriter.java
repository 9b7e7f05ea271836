package dev.docket.export;

import java.io.IOException;

/**
 * One way of writing a set down. It sees rows as they leave and nothing of the desk behind them; the same rows give the
 * same bytes; it holds one picture at a time. One thread.
 */
interface SetWriter {
    void write(OutgoingRows rows, SetFiles files) throws IOException;
}
