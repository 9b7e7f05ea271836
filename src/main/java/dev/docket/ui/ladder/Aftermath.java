package dev.docket.ui.ladder;

import dev.docket.verdict.Verdict;
import java.util.Optional;

/**
 * What a look that judged others came to.
 *
 * @param own the event as it was recorded: agreed, disagreed, adjudicated, upheld, overturned
 * @param judged the finding it was held against; empty when there was none
 * @param appeal the appeal that was heard
 * @param descendants how many items still stand as the overturned decision was, carried over from it
 */
public record Aftermath(Verdict own, Optional<Verdict> judged, Optional<Verdict> appeal, long descendants) {}
