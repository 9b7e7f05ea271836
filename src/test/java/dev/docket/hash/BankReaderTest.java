package dev.docket.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.hash.BankLine.Known;
import dev.docket.hash.BankLine.Other;
import dev.docket.hash.BankLine.Withdrawn;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BankReaderTest {
    private static final String LONG = "f8f8f0cee0f4a84f0637022a078f67f0b36e2ed596621e1d33e6339c4e9c9b22";
    private static final String SHORT = "d41d8cd98f00b204e9800998ecf8427e";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "pdq " + LONG + "                  | PDQ    |",
        "PDQ\t" + LONG + " 87              | PDQ    | 87",
        "pdq " + LONG + ",100,a/b.jpg      | PDQ    | 100",
        "hash_pdq:" + LONG + "             | PDQ    |",
        "sha256 " + LONG + "               | SHA256 |",
        "sha-256 " + LONG + " *a file.jpg  | SHA256 |",
        "md5 " + SHORT + "                 | MD5    |",
        SHORT + "                          | MD5    |",
        SHORT + "  facade 1234.jpg         | MD5    |",
        "HASH_MD5 " + SHORT + "            | MD5    |"})
    void aHashALineIsReadAsHashToolsWriteIt(String line, HashKind kind, Integer quality) throws Exception {
        BankEntry entry = known(new BankReader(BankDefaults.NONE), line);

        assertThat(entry.kind()).isEqualTo(kind);
        assertThat(HexFormat.of().formatHex(entry.hash())).isEqualTo(kind == HashKind.MD5 ? SHORT : LONG);
        assertThat(entry.quality()).isEqualTo(quality == null ? OptionalInt.empty() : OptionalInt.of(quality));
    }

    @Test
    void sixtyFourDigitsAloneAreNeverGuessedAt() throws Exception {
        assertThatThrownBy(() -> known(new BankReader(BankDefaults.NONE), LONG)).hasMessageContaining("--type");

        BankDefaults defaults = new BankDefaults(Optional.of(HashKind.SHA256), "", Optional.empty());
        assertThat(known(new BankReader(defaults), LONG + "  a.jpg").kind()).isEqualTo(HashKind.SHA256);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "pdq f8f8", "pdq " + SHORT, "sha256 " + LONG + "00", "sha256 " + SHORT, "md5 " + LONG, "hello world", "pdq", "0x" + LONG,
        "pdq " + LONG + " 'a collaboration' NEGATIVE_CLASS", "pdq " + LONG + " 101", "{\"pdq\": \"" + LONG + "\"}", "pdq g8f8"})
    void anythingElseIsRefused(String line) {
        assertThatThrownBy(() -> new BankReader(BankDefaults.NONE).read(line)).isInstanceOf(BankFormatException.class)
                .message().doesNotContain(LONG).doesNotContain(SHORT);
    }

    @Test
    void commentsAndEmptyLinesSayNothing() throws Exception {
        BankReader reader = new BankReader(BankDefaults.NONE);

        assertThat(reader.read("# a list")).isEmpty();
        assertThat(reader.read("  \t")).isEmpty();
        assertThat(known(reader, "pdq " + LONG).kind()).isEqualTo(HashKind.PDQ);
    }

    @Test
    void ourCsvHasEveryField() throws Exception {
        BankReader reader = new BankReader(new BankDefaults(Optional.empty(), "spam_scam", Optional.of(Instant.EPOCH)));
        assertThat(reader.read("type,hash,quality,label,expires,status,note")).isEmpty();

        BankEntry all = known(reader, "pdq," + LONG.toUpperCase(java.util.Locale.ROOT) + ",80,ncii,2027-05-31,active,\"seen, \"\"twice\"\"\"");
        BankEntry few = known(reader, "md5," + SHORT + ",,,,,");

        assertThat(all).isEqualTo(new BankEntry(HashKind.PDQ, all.hash(), OptionalInt.of(80), "ncii", Optional.of(Instant.parse("2027-05-31T00:00:00Z"))));
        assertThat(few).isEqualTo(new BankEntry(HashKind.MD5, few.hash(), OptionalInt.empty(), "spam_scam", Optional.of(Instant.EPOCH)));
    }

    @Test
    void exportsOfOtherProgramsAreRead() throws Exception {
        BankReader threatExchange = new BankReader(BankDefaults.NONE);
        threatExchange.read("signal_type,signal_str,collab,category,tags");
        assertThat(known(threatExchange, "pdq," + LONG + ",\"Sample, Signals\",POSITIVE_CLASS,a b").kind()).isEqualTo(HashKind.PDQ);
        assertThat(threatExchange.read("pdq," + LONG + ",x,NEGATIVE_CLASS,")).get().isInstanceOf(Withdrawn.class);
        assertThat(threatExchange.read("pdq," + LONG + ",x,DISPUTED,")).get().isInstanceOf(Withdrawn.class);
        assertThat(threatExchange.read("video_md5," + SHORT + ",x,POSITIVE_CLASS,")).contains(new Other());

        BankReader stopNcii = new BankReader(BankDefaults.NONE);
        stopNcii.read("\uFEFFsignalType,hashValue,hashStatus".substring(1));
        assertThat(known(stopNcii, "ImagePDQ," + LONG + ",Active").kind()).isEqualTo(HashKind.PDQ);
        assertThat(stopNcii.read("ImagePDQ," + LONG + ",Withdrawn")).get().isInstanceOf(Withdrawn.class);
        assertThat(stopNcii.read("VideoMD5," + SHORT + ",Active")).contains(new Other());
    }

    @Test
    void aPoorPdqHashIsLeftOut() throws Exception {
        BankReader reader = new BankReader(BankDefaults.NONE);

        assertThat(reader.read("pdq " + LONG + " 49")).contains(new Other());
        assertThat(known(reader, "pdq " + LONG + " 50").quality()).hasValue(50);
    }

    @ParameterizedTest
    @CsvSource({"2027-05-31, 2027-05-31T00:00:00Z", "2027-05-31T08:30:00Z, 2027-05-31T08:30:00Z", "1800000000, 2027-01-15T08:00:00Z", "0, "})
    void anEndIsADayATimeOrSeconds(String text, Instant expected) throws Exception {
        assertThat(BankCells.until(text)).isEqualTo(Optional.ofNullable(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "pdq," + LONG, "pdq," + LONG + ",\"open", "pdq," + LONG + ",\"a\"b,", "pdq," + LONG + ",high,", "pdq," + LONG + ",-1,", "pdq," + LONG + ",,31.5.2027",
        "pdq," + LONG + ",,99999999999999", "pdq,,,"})
    void aFaultyCsvLineIsRefusedAndTheNextOneRead(String line) throws Exception {
        BankReader reader = new BankReader(BankDefaults.NONE);
        reader.read("type,hash,quality,expires");

        assertThatThrownBy(() -> reader.read(line)).isInstanceOf(BankFormatException.class).message().doesNotContain(LONG);
        assertThat(known(reader, "pdq," + LONG + ",,").kind()).isEqualTo(HashKind.PDQ);
    }

    @Test
    void aHeaderThatNamesAColumnTwiceIsRefused() {
        assertThatThrownBy(() -> new BankReader(BankDefaults.NONE).read("hash,signal_str")).hasMessageContaining("twice");
    }

    private static BankEntry known(BankReader reader, String line) throws BankFormatException {
        return ((Known) reader.read(line).orElseThrow()).entry();
    }
}
