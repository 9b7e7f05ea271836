package dev.docket.bench;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the programs are that have no usual place.
 *
 * @param nodeModules the folder {@code node_modules} that holds onnxruntime-node
 * @param pdqHasher {@code benchmark-photo-hasher}, built from Meta's PDQ in C++
 */
public record References(Optional<Path> nodeModules, Optional<Path> pdqHasher) {
}
