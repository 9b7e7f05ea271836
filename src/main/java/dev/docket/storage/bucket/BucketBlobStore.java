package dev.docket.storage.bucket;

import dev.docket.storage.BlobCipher;
import dev.docket.storage.BlobStore;
import dev.docket.storage.ContentHash;
import dev.docket.storage.ImageKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Images in a bucket of an S3-compatible store, under the names and sealed as in a folder ({@code ab/cd/<hash>}): whoever runs the store
 * can tell a picture they have from its name, and read none. An object is written once ({@code If-None-Match: *}); one that does not open
 * is put right by storing its picture again. Several threads.
 */
public final class BucketBlobStore implements BlobStore {
    /** As large as an image may be that is taken in, and its seal. */
    private static final int MOST_BYTES = (256 << 20) + 64;
    private static final int EXISTS = 412;
    /** Two wrote the same at the same moment, and one of them is to try again. */
    private static final int CONFLICT = 409;
    private static final int MOST_ROUNDS = 3;

    private final BucketPlace place;
    private final BlobCipher cipher;
    private final S3Client client;
    private final int most;
    private final int tries;

    /** @param key empty: whatever Amazon's SDK finds, in the environment, its own files, or the machine's role */
    public BucketBlobStore(BucketPlace place, Optional<BucketKey> key, ImageKeys keys, Patience patience) {
        this(place, key, keys, patience, MOST_BYTES);
    }

    BucketBlobStore(BucketPlace place, Optional<BucketKey> key, ImageKeys keys, Patience patience, int most) {
        this.place = place;
        this.cipher = new BlobCipher(Optional.empty(), Optional.of(keys));
        this.client = BucketClient.of(place, key, patience);
        this.most = most;
        this.tries = patience.tries();
    }

    /**
     * Asks whether the bucket is there and lets one in. Takes seconds when it is not.
     *
     * @throws BucketException when not, with what to do
     */
    public static void check(BucketPlace place, Optional<BucketKey> key) throws BucketException {
        try (S3Client client = BucketClient.of(place, key, Patience.ASKING)) {
            // listing is what makes a store tell "not there" from "not for you" later
            client.listObjectsV2(list -> list.bucket(place.bucket()).prefix(place.prefix()).maxKeys(1));
        } catch (SdkException e) {
            throw BucketFaults.explained(e, place);
        } catch (UncheckedIOException e) {
            throw BucketFaults.broken(e, place);
        }
    }

    @Override
    public ContentHash put(byte[] content) throws IOException {
        ContentHash address = ContentHash.of(content);
        for (int round = 1; round <= MOST_ROUNDS; round++) {
            if (isWritten(address, cipher.seal(address, content)) || isSound(address)) {
                return address;
            }
            // of a key that was erased, or damaged: nobody can read it
            remove(address);
        }
        throw new IOException("The image " + address + " could not be stored in " + place.where() + ": something else is written in its place each time. Tell an admin of the team.");
    }

    /** False when something is there already. */
    private boolean isWritten(ContentHash address, byte[] sealed) throws IOException {
        return asked(() -> {
            try {
                client.putObject(put -> put.bucket(place.bucket()).key(name(address)).ifNoneMatch("*").contentType("application/octet-stream"), RequestBody.fromBytes(sealed));
                return true;
            } catch (S3Exception e) {
                if (e.statusCode() == EXISTS || e.statusCode() == CONFLICT) {
                    return false;
                }
                throw e;
            }
        });
    }

    private boolean isSound(ContentHash address) throws BucketException {
        try {
            return get(address).isPresent();
        } catch (BucketException e) {
            throw e;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public Optional<byte[]> get(ContentHash address) throws IOException {
        Optional<byte[]> sealed = asked(() -> {
            try {
                return client.getObject(get -> get.bucket(place.bucket()).key(name(address)), this::read);
            } catch (NoSuchKeyException e) {
                return Optional.<byte[]>empty();
            }
        });
        if (sealed.isPresent() && sealed.get().length > most) {
            throw new IOException("What lies under the name of image " + address + " in " + place.where() + " is larger than any image. Tell an admin of the team.");
        }
        return sealed.isEmpty() ? Optional.empty() : cipher.open(address, sealed.get());
    }

    /** One byte more than may be when it is too large. A body that ends too early is a fault of the connection. */
    private Optional<byte[]> read(GetObjectResponse answer, AbortableInputStream body) throws IOException {
        byte[] read = body.readNBytes(most + 1);
        if (read.length > most) {
            body.abort();
        }
        return Optional.of(read);
    }

    /** False also where the bucket does not answer. */
    @Override
    public boolean contains(ContentHash address) {
        try {
            client.headObject(head -> head.bucket(place.bucket()).key(name(address)));
            return true;
        } catch (SdkException | UncheckedIOException e) {
            return false;
        }
    }

    @Override
    public void delete(ContentHash address) throws IOException {
        // the key first: without it nothing can be read, whatever becomes of the object, its versions and its copies
        cipher.forget(address);
        remove(address);
    }

    private void remove(ContentHash address) throws IOException {
        asked(() -> client.deleteObject(delete -> delete.bucket(place.bucket()).key(name(address))));
    }

    /** A request that broke while it was sent is not tried again by the SDK; each of ours may be. */
    private <T> T asked(Supplier<T> request) throws BucketException {
        for (int attempt = 1; ; attempt++) {
            try {
                return request.get();
            } catch (SdkException e) {
                throw BucketFaults.explained(e, place);
            } catch (UncheckedIOException e) {
                if (attempt == tries) {
                    throw BucketFaults.broken(e, place);
                }
            }
        }
    }

    private String name(ContentHash address) {
        String hex = address.hex();
        return (place.prefix().isEmpty() ? "" : place.prefix() + "/") + hex.substring(0, 2) + "/" + hex.substring(2, 4) + "/" + hex;
    }

    @Override
    public void close() {
        client.close();
    }
}
