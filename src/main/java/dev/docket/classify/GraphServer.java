package dev.docket.classify;

import ai.onnxruntime.OrtException;
import dev.docket.decode.worker.EarlyClasses;
import dev.docket.decode.worker.Lockdown;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.SynchronousQueue;

/**
 * Main class of a process that one model runs in: warms ONNX Runtime up with the model that ships, locks itself in, takes one graph and
 * answers until the parent is gone. Nothing here is trusted by the parent.
 */
final class GraphServer {
    private static final int PIECE = 1 << 20;

    /** What the parent asks, read to its end. */
    private interface Question {
        void answer() throws IOException;
    }

    private final DataInputStream in;
    private final DataOutputStream out;
    private final Arena memory = Arena.ofAuto();
    private final SynchronousQueue<Question> questions = new SynchronousQueue<>();
    private SessionGraph graph;

    private GraphServer(DataInputStream in, DataOutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** @param args bytes of private memory allowed */
    public static void main(String[] args) throws IOException, OrtException, InterruptedException {
        Lockdown.leaveTheTerminal();
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), PIECE));
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.err)));
        GraphServer server = new GraphServer(new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in), PIECE)), out);
        Thread.ofPlatform().daemon().name("questions").start(server::receive);
        EarlyClasses.load("dev/docket/decode/worker");
        EarlyClasses.load("dev/docket/classify");
        warmUp();
        Lockdown.apply(Long.parseLong(args[0]));
        GraphFrames.head(out, GraphFrames.READY, 0);
        out.flush();
        try {
            while (true) {
                server.questions.take().answer();
                out.flush();
            }
        } catch (IOException | RuntimeException | Error broken) {
            Runtime.getRuntime().halt(1);
        }
    }

    /** Ends the process as soon as the parent is gone, also in the middle of a graph that never ends. */
    private void receive() {
        try {
            while (true) {
                questions.put(next());
            }
        } catch (IOException | InterruptedException | RuntimeException | Error gone) {
            Runtime.getRuntime().halt(0);
        }
    }

    /** Libraries, threads and the classes of failures are loaded while files can still be opened. */
    private static void warmUp() throws OrtException {
        try (Arena arena = Arena.ofConfined()) {
            byte[] shipped = StarterModel.resource("model.onnx");
            SessionGraph graph = SessionGraph.open(arena.allocate(shipped.length).asByteBuffer().put(shipped).flip(), Sessions.interactiveThreads());
            Map<String, Preprocessor.Pixels> grey = new LinkedHashMap<>();
            graph.inputs().forEach((name, tensor) -> {
                long[] shape = tensor.shape().stream().mapToLong(length -> Math.max(1, length)).toArray();
                int numbers = 1;
                for (long length : shape) {
                    numbers *= (int) length;
                }
                grey.put(name, new Preprocessor.Pixels(shape, direct(numbers)));
            });
            graph.run(grey, ModelSignature.SCORES);
            graph.close();
            SessionGraph.open(arena.allocate(4).asByteBuffer().put(new byte[] {8, 7, 18, 1}).flip(), 1).close();
        } catch (OrtException | ScoringException expected) {
            // the second graph is none: how that fails is known now
        }
    }

    private static FloatBuffer direct(int numbers) {
        return ByteBuffer.allocateDirect(numbers * Float.BYTES).order(ByteOrder.nativeOrder()).asFloatBuffer();
    }

    private Question next() throws IOException {
        if (in.readInt() != GraphFrames.MAGIC) {
            throw new IOException("no question");
        }
        int word = in.readInt();
        long number = in.readLong();
        if (word == GraphFrames.OPEN) {
            int threads = in.readInt();
            ByteBuffer file = file(in.readLong());
            return () -> open(number, threads, file);
        }
        String output = in.readUTF();
        Map<String, Preprocessor.Pixels> inputs = inputs();
        return () -> run(number, inputs, output);
    }

    private ByteBuffer file(long bytes) throws IOException {
        ByteBuffer file = memory.allocate(bytes).asByteBuffer();
        byte[] piece = new byte[PIECE];
        while (file.hasRemaining()) {
            int length = Math.min(piece.length, file.remaining());
            in.readFully(piece, 0, length);
            file.put(piece, 0, length);
        }
        return file.flip();
    }

    private Map<String, Preprocessor.Pixels> inputs() throws IOException {
        Map<String, Preprocessor.Pixels> inputs = new LinkedHashMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            String name = in.readUTF();
            long[] shape = new long[in.readInt()];
            for (int d = 0; d < shape.length; d++) {
                shape[d] = in.readLong();
            }
            float[] values = GraphFrames.numbers(in);
            inputs.put(name, new Preprocessor.Pixels(shape, direct(values.length).put(values).flip()));
        }
        return inputs;
    }

    private void open(long number, int threads, ByteBuffer file) throws IOException {
        try {
            graph = SessionGraph.open(file, threads);
            GraphFrames.head(out, GraphFrames.OPENED, number);
            GraphFrames.tensors(out, graph.inputs());
            GraphFrames.tensors(out, graph.outputs());
        } catch (OrtException e) {
            refuse(number, e.getMessage());
        }
    }

    private void run(long number, Map<String, Preprocessor.Pixels> inputs, String output) throws IOException {
        float[] given;
        try {
            given = graph.run(inputs, output);
        } catch (ScoringException e) {
            refuse(number, e.getMessage());
            return;
        }
        GraphFrames.head(out, GraphFrames.GIVEN, number);
        GraphFrames.numbers(out, FloatBuffer.wrap(given));
    }

    private void refuse(long number, String why) throws IOException {
        GraphFrames.head(out, GraphFrames.REFUSED, number);
        GraphFrames.text(out, why);
    }
}
