package dev.docket.classify;

import ai.onnxruntime.OrtException;
import dev.docket.registry.ModelParts;
import dev.docket.storage.ContentHash;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.security.MessageDigest;
import java.util.Set;

/** Opens models' graphs where they belong: those that ship with Docket, known by their SHA-256, in this process, all others in one of their own. */
final class Graphs {

    /** What ships: anything else is foreign, whoever says who made it. */
    private static final class Shipped {
        private static final Set<ContentHash> MODELS = Set.of(ContentHash.of(StarterModel.resource(ModelParts.MODEL)));
    }

    private Graphs() {}

    /**
     * @param name of the model's file, looked over by {@link OnnxFile}
     * @param threads of one run
     */
    static Graph open(ModelParts parts, String name, int threads) throws ModelRejectedException {
        return open(parts, name, threads, ConfinedGraph.Limits.USUAL);
    }

    static Graph open(ModelParts parts, String name, int threads, ConfinedGraph.Limits limits) throws ModelRejectedException {
        ContentHash found;
        // native memory: the heap has no room for a large model beside the pictures
        try (Arena memory = Arena.ofConfined()) {
            ByteBuffer graph = read(parts, name, memory);
            found = hash(graph);
            if (Shipped.MODELS.contains(found)) {
                return SessionGraph.open(graph, threads);
            }
        } catch (IOException e) {
            throw new ModelRejectedException("model.onnx cannot be read: " + e.getMessage(), e);
        } catch (OrtException e) {
            throw new ModelRejectedException("model.onnx cannot be opened by ONNX Runtime: " + e.getMessage(), e);
        }
        return ConfinedGraph.open(memory -> {
            ByteBuffer graph = read(parts, name, memory);
            if (!hash(graph).equals(found)) {
                throw new IOException("it was changed since it was opened");
            }
            return graph;
        }, Math.max(threads, Sessions.interactiveThreads()), limits);
    }

    private static ContentHash hash(ByteBuffer graph) {
        MessageDigest digest = ContentHash.sha256();
        digest.update(graph.duplicate());
        return ContentHash.fromDigest(digest.digest());
    }

    private static ByteBuffer read(ModelParts parts, String name, Arena memory) throws IOException {
        ByteBuffer graph = memory.allocate(parts.size(name)).asByteBuffer();
        try (ReadableByteChannel in = Channels.newChannel(parts.open(name))) {
            while (graph.hasRemaining() && in.read(graph) >= 0) {
                // until it is full, or the file ended before its size
            }
        }
        return graph.flip();
    }
}
