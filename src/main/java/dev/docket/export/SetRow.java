package dev.docket.export;

import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** Of a row read back, what the checks need. Anything may be null: the file is not trusted. */
@JsonNaming(SnakeCaseStrategy.class)
record SetRow(String itemId, String sha256, String pdq, Integer pdqQuality, String clusterId, String uploader, String label, String split, String fileName) {}
