package dev.docket.storage;

import dev.docket.progress.Progress;
import dev.docket.progress.StoppedException;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A team's images, and copies of those in hand on this machine's disk, sealed for one sitting ({@link SealedCache}), so that
 * they are there when the network is not. A copy goes with its image, and with the right to see it: {@link #check}. On a
 * desk of one's own all images are here anyway, and none is copied. Several threads.
 */
public final class KeptImages implements BlobStore {
    private static final Logger LOG = LoggerFactory.getLogger(KeptImages.class);

    /** One copy is asked about each so often, so that five hundred cost the database no more than eight. */
    private static final long NANOS_EACH = TimeUnit.SECONDS.toNanos(1) / 64;
    private static final long CHECK_NANOS = TimeUnit.MILLISECONDS.toNanos(800);
    private static final int ASKED_AT_ONCE = 500;

    /**
     * What became of bringing images here.
     *
     * @param here how many of them are on this machine now
     * @param gone those that are nowhere, or not for this person to see
     * @param left those that did not come, in the order asked for
     * @param reason why they did not, fit for a person; empty when none is left
     */
    public record Brought(int here, List<ContentHash> gone, List<ContentHash> left, Optional<String> reason) {
        public Brought {
            gone = List.copyOf(gone);
            left = List.copyOf(left);
        }
    }

    private final BlobStore store;
    private final Optional<SealedCache> copies;
    private final ImageKeys keys;
    private final AtomicLong nextCheck = new AtomicLong(System.nanoTime());

    /** @param copies closed with this; empty: the images are on this machine themselves */
    public KeptImages(BlobStore store, Optional<SealedCache> copies, ImageKeys keys) {
        this.store = store;
        this.copies = copies;
        this.keys = keys;
    }

    @Override
    public ContentHash put(byte[] content) throws IOException {
        return store.put(content);
    }

    /** The copy, if there is one; nothing is copied that was not asked for by {@link #take} or {@link #bring}. */
    @Override
    public Optional<byte[]> get(ContentHash address) throws IOException {
        Optional<byte[]> copy = copies.flatMap(kept -> kept.get(address));
        return copy.isPresent() ? copy : store.get(address);
    }

    /** As {@link #get}, and keeps a copy for as long as there is room. */
    public Optional<byte[]> take(ContentHash address) throws IOException {
        Optional<byte[]> copy = copies.flatMap(kept -> kept.get(address));
        if (copy.isPresent()) {
            return copy;
        }
        Optional<byte[]> found = store.get(address);
        found.ifPresent(content -> copies.ifPresent(kept -> kept.put(address, content)));
        return found;
    }

    /**
     * Gets these images here now, a few at once, the first of them first, as far as there is room. What was brought stays when it is stopped.
     *
     * @param progress told after each image; asked whether to stop before each
     * @throws StoppedException when it was stopped
     */
    public Brought bring(Collection<ContentHash> images, Progress progress) {
        return copies.isEmpty() ? new Brought(images.size(), List.of(), List.of(), Optional.empty()) : new Bringing(this, copies.get(), List.copyOf(images), progress).run();
    }

    /** Whether it can be had without the network. */
    public boolean isHere(ContentHash address) {
        return copies.map(kept -> kept.contains(address)).orElse(true);
    }

    /** Asks the far store: a copy here says nothing about it. */
    @Override
    public boolean contains(ContentHash address) {
        return store.contains(address);
    }

    @Override
    public void delete(ContentHash address) throws IOException {
        forget(address);
        try {
            store.delete(address);
        } finally {
            // somebody may have read it before it went, and kept a copy since
            forget(address);
        }
    }

    /** No copy of this image stays here. */
    public void forget(ContentHash address) {
        copies.ifPresent(kept -> kept.remove(address));
    }

    /**
     * Lets go of copies whose image was erased or is not for this person to see any more: whose key the database does not hand
     * out. To be called every second; asks less often the more there are. Does nothing while the database is out of reach.
     */
    public void check() {
        long due = nextCheck.get();
        long now = System.nanoTime();
        if (copies.isPresent() && now - due >= 0) {
            List<ContentHash> kept = copies.get().addresses();
            if (nextCheck.compareAndSet(due, now + Math.max(CHECK_NANOS, kept.size() * NANOS_EACH))) {
                checkNow(kept);
            }
        }
    }

    /** As {@link #check}, at once. */
    public void checkNow() {
        copies.ifPresent(kept -> checkNow(kept.addresses()));
    }

    private void checkNow(List<ContentHash> kept) {
        try {
            for (int from = 0; from < kept.size(); from += ASKED_AT_ONCE) {
                List<ContentHash> some = kept.subList(from, Math.min(from + ASKED_AT_ONCE, kept.size()));
                Set<ContentHash> seen = keys.withKey(some);
                some.stream().filter(image -> !seen.contains(image)).forEach(this::forget);
            }
        } catch (ShutOutException e) {
            copies.ifPresent(SealedCache::clear);
        } catch (UnreachableException e) {
            LOG.debug("Nobody says who may see the images kept here", e);
        }
    }

    @Override
    public void close() {
        copies.ifPresent(SealedCache::close);
        store.close();
    }
}
