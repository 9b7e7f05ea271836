package dev.docket.dsa;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * One statement of reasons, in the fields that Docket fills; docs/statements-of-reasons.md says where each comes from. Days are in UTC.
 *
 * @param puid the decision's id
 * @param endDateVisibilityRestriction null: until further notice
 */
@JsonNaming(SnakeCaseStrategy.class)
public record Statement(
        String puid, List<String> decisionVisibility,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> decisionVisibilityOther,
        @JsonInclude(JsonInclude.Include.ALWAYS) String endDateVisibilityRestriction,
        String decisionFacts, String decisionGround,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> decisionGroundReferenceUrl,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> illegalContentLegalGround,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> illegalContentExplanation,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> incompatibleContentGround,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> incompatibleContentExplanation,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> incompatibleContentIllegal,
        String category,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> categoryAddition,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> categorySpecification,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> categorySpecificationOther,
        List<String> contentType,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> contentLanguage,
        String contentDate, String applicationDate, List<String> territorialScope, String sourceType, String automatedDetection, String automatedDecision) {

    /** The first and the last day of {@code content_date}. */
    static final LocalDate FIRST_CONTENT = LocalDate.of(2000, 1, 1);

    public Statement {
        decisionVisibility = List.copyOf(decisionVisibility);
        categoryAddition = List.copyOf(categoryAddition);
        categorySpecification = List.copyOf(categorySpecification);
        contentType = List.copyOf(contentType);
        territorialScope = List.copyOf(territorialScope);
    }

    /** Whether both tell of the same restriction, for the same reason, in the same places. */
    boolean restrictsAs(String grounds) {
        return grounds().equals(grounds);
    }

    /** What it restricts, why and where, in one line. */
    String grounds() {
        return String.join("|", String.join(",", decisionVisibility), decisionGround, category, String.join(",", categorySpecification),
                illegalContentLegalGround.orElse(""), String.join(",", territorialScope));
    }
}
