package dev.docket.bench.picture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The pictures of a run. One thread. */
public interface Album {

    /** The picture for this shot, or the nearest there is. */
    Photo photo(Shot shot) throws IOException;

    /**
     * Files of different photographs, formats and sizes mixed, one in ten of 12 megapixels.
     *
     * @return as many as wanted, or all there are
     */
    List<Path> mixed(int wanted) throws IOException;

    /**
     * Files of different pictures that tell on screen which they are: {@link NumberBars} with the number in their name.
     *
     * @param wanted at most {@link NumberBars#BOUND}
     */
    List<Path> numbered(Shot shot, int wanted) throws IOException;

    /**
     * Pictures made by our own code, kept in a folder of the run.
     *
     * @param tiny whether an eighth of the usual width and height will do
     */
    static Album made(Path folder, boolean tiny) {
        return new MadeAlbum(folder, tiny ? 8 : 1);
    }

    /** One's own photographs; a shot whose format is not among them is made. */
    static Album of(Path photographs, Path folder, boolean tiny) throws IOException {
        return new OwnAlbum(photographs, made(folder, tiny));
    }
}
