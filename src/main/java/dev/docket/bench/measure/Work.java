package dev.docket.bench.measure;

/** What is timed. The result is kept where the compiler cannot see that nobody wants it. */
public interface Work {
    Object once() throws Exception;
}
