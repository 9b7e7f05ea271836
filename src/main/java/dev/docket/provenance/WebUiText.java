package dev.docket.provenance;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parameters that the web interfaces of Stable Diffusion write, of which a reviewer wants model and version before the rest. */
final class WebUiText {
    static final String TOOL = "Stable Diffusion WebUI";
    private static final List<Pattern> TELLING = List.of(
            Pattern.compile("\\bModel: ([^,\\n]{1,80})"), Pattern.compile("\\bModel hash: ([0-9a-f]{8,64})\\b"),
            Pattern.compile("\\bVersion: ([^\\s,]{1,40})"), Pattern.compile("<((?:lora|hypernet):[^:>\\n]{1,80})[:>]"));

    /** "Model: sdxl_base, Model hash: 31e35c80, Version: v1.10.0", or nothing where it names none. */
    static Optional<String> shortened(String text) {
        String searched = PlainText.searched(text);
        String words = TELLING.stream().flatMap(pattern -> first(pattern, searched)).collect(Collectors.joining(", "));
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    private static Stream<String> first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Stream.of(found.group().replaceAll("^<|[:>]$", "")) : Stream.empty();
    }

    private WebUiText() {}
}
