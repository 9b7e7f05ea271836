package dev.docket.decode.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryFolderTest {
    @TempDir
    private Path shared;

    @Test
    void itIsTheSameEachTimeAndItsOwnersAlone() throws Exception {
        Path folder = LibraryFolder.in(shared);

        assertThat(LibraryFolder.in(shared)).isEqualTo(folder);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
    }

    @Test
    void aFolderThatOthersMayWriteToIsNotUsed() throws Exception {
        Path planted = LibraryFolder.in(shared);
        Files.setPosixFilePermissions(planted, PosixFilePermissions.fromString("rwxrwxrwx"));

        Path folder = LibraryFolder.in(shared);

        assertThat(folder).isNotEqualTo(planted);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
    }

    @Test
    void aLinkIsNotFollowed() throws Exception {
        Path elsewhere = Files.createDirectory(shared.resolve("elsewhere"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path link = Files.createSymbolicLink(shared.resolve("docket-" + System.getProperty("user.name")), elsewhere);

        assertThat(LibraryFolder.in(shared)).isNotIn(link, elsewhere);
    }
}
