package dev.docket.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.verdict.PersonalData.Hit;
import dev.docket.verdict.PersonalData.Kind;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "write to anna.b+x@mail.example.org now | EMAIL | anna.b+x@mail.example.org",
        "anna@münchen.example | EMAIL | anna@münchen.example",
        "IBAN DE89 3704 0044 0532 0130 00 PAID | IBAN | DE89 3704 0044 0532 0130 00",
        "GB82WEST12345698765432 | IBAN | GB82WEST12345698765432",
        "card 4111 1111 1111 1111. | CARD | 4111 1111 1111 1111",
        "5500-0055-5555-5559 | CARD | 5500-0055-5555-5559",
        "from 192.168.10.254, twice | IP | 192.168.10.254",
        "2001:db8::8a2e:370:7334 | IP | 2001:db8::8a2e:370:7334",
        "fe80:0:0:0:202:b3ff:fe1e:8329 | IP | fe80:0:0:0:202:b3ff:fe1e:8329",
        "call +43 660 123 45 67 | PHONE | +43 660 123 45 67",
        "call 0660/1234567 | PHONE | 0660/1234567",
        "(0)30 901820 | PHONE | (0)30 901820",
        "555-123-4567 | PHONE | 555-123-4567",
        "posted by @some_one.else again | HANDLE | @some_one.else",
        "(@ünal) | HANDLE | @ünal",
    })
    void whatPointsAtAPersonIsFound(String text, Kind kind, String stretch) {
        assertThat(PersonalData.in(text)).singleElement().satisfies(hit -> {
            assertThat(hit.kind()).isEqualTo(kind);
            assertThat(text.substring(hit.start(), hit.end())).isEqualTo(stretch);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Seen on 2026-11-21 at 12:30:45, twice.", "The sign lies left, at 0.25 of the width.", "FR12 ABCD EFGH IJKL MNOP QRS has a wrong sum",
        "4111 1111 1111 1112 is none", "about 1500 views, 20 reports", "a @ b", "x@y", "256.1.1.1 is none",
        "distance 31 of 256", "ratio 16:9", "std::vector", "", "@", "§ 86a StGB, Art. 20 DSA", "1.2.3",
    })
    void whatDoesNotIsLeftAlone(String text) {
        assertThat(PersonalData.in(text)).isEmpty();
    }

    @Test
    void severalAreFoundInTheirOrderAndNoneTwice() {
        String text = "@bob <bob@example.org> +49 30 1234567, DE89370400440532013000, 10.0.0.1";

        assertThat(PersonalData.in(text)).extracting(Hit::kind)
                .containsExactly(Kind.HANDLE, Kind.EMAIL, Kind.PHONE, Kind.IBAN, Kind.IP);
    }

    @Test
    void hostileTextsTakeNoTime() {
        for (String part : List.of("a", "a.", "1", "1 ", "DE89", "A1 ", ":", "f:", "@", "@a.", "(0", "+1(", "a@a.", "1-")) {
            assertThat(PersonalData.in(part.repeat(20_000))).isNotNull();
        }
    }

    @Test
    void hitsOfRandomTextLieInTheTextAndApart() {
        SplittableRandom random = new SplittableRandom(9);
        String letters = "ab1234567890 .:-+@()/DE";
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(80); n > 0; n--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            int before = 0;
            for (Hit hit : PersonalData.in(text.toString())) {
                assertThat(hit.start()).as("%s", text).isGreaterThanOrEqualTo(before);
                assertThat(hit.end()).isGreaterThan(hit.start()).isLessThanOrEqualTo(text.length());
                before = hit.end();
            }
        }
    }
}
