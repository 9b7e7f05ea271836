package dev.docket.classify;

import dev.docket.decode.worker.ChildCommand;
import dev.docket.decode.worker.Deadline;
import dev.docket.decode.worker.LastWords;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parent's end of one model's process. It believes nothing it says that does not fit the question. One thread. */
final class GraphProcess implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GraphProcess.class);
    private static final int PIECE = 1 << 20;
    private static final int HEAP_MIB = 256;

    /** How a process ended a question without an answer. {@code text} is fit for a person. */
    static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;
        private final boolean starved;

        Failed(String text, boolean starved) {
            super(text);
            this.starved = starved;
        }

        /** Whether the machine was too busy to say that it was the model's fault. */
        boolean starved() {
            return starved;
        }
    }

    /** One question's text. */
    private interface Question {
        void write(DataOutputStream out) throws IOException;
    }

    private final int dataMiB;
    private final ScheduledExecutorService watchdog;
    private final Path folder;
    private final Process process;
    private final DataOutputStream questions;
    private final DataInputStream answers;
    private final LastWords lastWords;
    private long number;

    /**
     * Starts a process and waits until it is ready.
     *
     * @param dataMiB private memory it may have in all, where the system can hold it to that
     */
    GraphProcess(int dataMiB, Duration limit, ScheduledExecutorService watchdog) throws IOException {
        this.dataMiB = dataMiB;
        this.watchdog = watchdog;
        // ONNX Runtime unpacks its library there, and would leave it behind when it is killed
        folder = Files.createTempDirectory("docket-model-");
        try {
            process = ChildCommand.start(GraphServer.class.getName(), HEAP_MIB, folder, List.of(), List.of(Long.toString((long) dataMiB << 20)));
        } catch (IOException e) {
            clear();
            throw e;
        }
        questions = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), PIECE));
        answers = new DataInputStream(new java.io.BufferedInputStream(process.getInputStream(), PIECE));
        lastWords = LastWords.of(process);
        Deadline deadline = new Deadline(process, limit, watchdog);
        try {
            if (GraphFrames.head(answers, 0) != GraphFrames.READY) {
                throw new IOException("it is not ready");
            }
        } catch (IOException e) {
            close();
            throw new IOException("The process for models did not start: " + e.getMessage() + ". " + lastWords.text(), e);
        } finally {
            deadline.cancel();
        }
        clear();
    }

    /** What the graph takes and gives. */
    record Opened(Map<String, GraphTensor> inputs, Map<String, GraphTensor> outputs) {}

    /** @throws ModelRejectedException what ONNX Runtime says against it */
    Opened open(ByteBuffer graph, int threads, Duration limit) throws Failed, ModelRejectedException {
        Deadline deadline = ask(GraphFrames.OPEN, limit, out -> {
            out.writeInt(threads);
            out.writeLong(graph.remaining());
            byte[] piece = new byte[PIECE];
            for (ByteBuffer rest = graph.duplicate(); rest.hasRemaining();) {
                int length = Math.min(piece.length, rest.remaining());
                rest.get(piece, 0, length);
                out.write(piece, 0, length);
            }
        });
        try {
            int word = GraphFrames.head(answers, number);
            if (word == GraphFrames.REFUSED) {
                throw new ModelRejectedException("model.onnx cannot be opened by ONNX Runtime: " + GraphFrames.text(answers));
            }
            expect(word == GraphFrames.OPENED);
            return new Opened(GraphFrames.tensors(answers), GraphFrames.tensors(answers));
        } catch (IOException e) {
            throw failed(deadline, limit, "opening it", e);
        } finally {
            deadline.cancel();
        }
    }

    /** @throws ScoringException what ONNX Runtime says against it; the process goes on */
    float[] run(Map<String, Preprocessor.Pixels> inputs, String output, Duration limit) throws Failed {
        Deadline deadline = ask(GraphFrames.RUN, limit, out -> {
            out.writeUTF(output);
            out.writeInt(inputs.size());
            for (Map.Entry<String, Preprocessor.Pixels> each : inputs.entrySet()) {
                out.writeUTF(each.getKey());
                out.writeInt(each.getValue().shape().length);
                for (long length : each.getValue().shape()) {
                    out.writeLong(length);
                }
                GraphFrames.numbers(out, each.getValue().values());
            }
        });
        try {
            int word = GraphFrames.head(answers, number);
            if (word == GraphFrames.REFUSED) {
                throw new ScoringException(GraphFrames.text(answers), null);
            }
            expect(word == GraphFrames.GIVEN);
            return GraphFrames.numbers(answers);
        } catch (IOException e) {
            throw failed(deadline, limit, "one picture", e);
        } finally {
            deadline.cancel();
        }
    }

    private Deadline ask(int word, Duration limit, Question question) throws Failed {
        number++;
        Deadline deadline = new Deadline(process, limit, watchdog);
        try {
            GraphFrames.head(questions, word, number);
            question.write(questions);
            questions.flush();
            return deadline;
        } catch (IOException e) {
            deadline.cancel();
            throw failed(deadline, limit, "taking a question", e);
        }
    }

    private static void expect(boolean asAgreed) throws IOException {
        if (!asAgreed) {
            throw new IOException("it says something else");
        }
    }

    private Failed failed(Deadline deadline, Duration limit, String doing, IOException e) {
        process.destroyForcibly();
        LOG.warn("Process {} of a model failed at {}: {}. {}", process.pid(), doing, e.getMessage(), lastWords.text());
        return deadline.passed() ? new Failed("it was stopped after " + limit.toSeconds() + " s at " + doing + ", the longest any model is given", deadline.starved())
                : new Failed("it broke its process at " + doing + ": it needs more than the " + dataMiB + " MB that it is given, or is made to do harm", false);
    }

    long pid() {
        return process.pid();
    }

    /** Ends the process and waits for that. */
    @Override
    public void close() {
        process.destroyForcibly();
        boolean interrupted = false;
        while (process.isAlive()) {
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        clear();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is in use cannot be deleted everywhere, and is when the process has ended. */
    private void clear() {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException later) {
                    LOG.debug("{} stays for now", file);
                }
            });
        } catch (IOException | UncheckedIOException later) {
            LOG.debug("{} stays for now", folder);
        }
    }
}
