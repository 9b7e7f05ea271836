package dev.docket.intake.http;

/** A request that is answered before it gets any further. */
final class AnswerException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    AnswerException(Answer answer) {
        super(null, null, false, false);
        this.answer = answer;
    }

    Answer answer() {
        return answer;
    }
}
