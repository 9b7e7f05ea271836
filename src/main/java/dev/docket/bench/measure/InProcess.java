package dev.docket.bench.measure;

/** Work done in this process, repeated until a sample is long enough for its clock. */
public final class InProcess implements Contestant {
    private final String name;
    private final Work work;
    private final long leastNanos;
    private volatile Object result;

    /** @param leastNanos how long a sample lasts at the least */
    public InProcess(String name, Work work, long leastNanos) {
        this.name = name;
        this.work = work;
        this.leastNanos = leastNanos;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public double sample() throws Exception {
        long start = System.nanoTime();
        int times = 0;
        long taken;
        do {
            result = work.once();
            times++;
            taken = System.nanoTime() - start;
        } while (taken < leastNanos);
        result = null;
        return (double) taken / times;
    }
}
