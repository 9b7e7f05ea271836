package dev.docket.classify.vendor;

import java.util.List;

/** Reads one vendor's answer on one image. Several threads. */
interface AnswerFormat {
    List<VendorScore> read(Vendor vendor, AnswerField answer) throws VendorFormatException;
}
