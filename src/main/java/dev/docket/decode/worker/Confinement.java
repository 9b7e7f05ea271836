package dev.docket.decode.worker;

import java.util.ArrayList;
import java.util.List;

/**
 * Which limits the operating system holds a decoding process to. Beyond these every one has a heap cap and a time limit,
 * on any system.
 *
 * @param memoryCapped whether its private memory is capped (RLIMIT_DATA)
 * @param writesNoFiles whether it may write neither files nor core dumps
 * @param noNewPrivileges whether it can never gain rights
 * @param callsFiltered whether it may open no file, reach no network, start no program and touch no other process (seccomp)
 */
public record Confinement(boolean memoryCapped, boolean writesNoFiles, boolean noNewPrivileges, boolean callsFiltered) {
    /** A process apart and nothing more. */
    public static final Confinement NONE = new Confinement(false, false, false, false);

    /** Whether everything Docket knows to ask for holds. */
    public boolean complete() {
        return memoryCapped && writesNoFiles && noNewPrivileges && callsFiltered;
    }

    /** One sentence for a person. */
    public String sentence() {
        List<String> missing = new ArrayList<>();
        if (!memoryCapped) {
            missing.add("a cap on its whole memory");
        }
        if (!writesNoFiles) {
            missing.add("a ban on writing files and core dumps");
        }
        if (!noNewPrivileges || !callsFiltered) {
            missing.add("a ban on opening files, network, programs and other processes");
        }
        return missing.isEmpty()
                ? "Pictures are decoded in a process that is capped in heap, memory and time and can open no file, network or program"
                : "Pictures are decoded in a process that is capped in heap and time; this system does not give it " + String.join(" or ", missing);
    }

    int bits() {
        return (memoryCapped ? 1 : 0) | (writesNoFiles ? 2 : 0) | (noNewPrivileges ? 4 : 0) | (callsFiltered ? 8 : 0);
    }

    static Confinement ofBits(int bits) {
        return new Confinement((bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0);
    }
}
