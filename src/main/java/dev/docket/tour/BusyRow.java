package dev.docket.tour;

import dev.docket.desk.Desk;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Keeps a task's row to itself until it is closed, as another program at the same database might. */
final class BusyRow implements AutoCloseable {
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private final Thread holder;

    /** Returns once the row is taken. */
    BusyRow(Desk desk, UUID task) {
        CompletableFuture<Void> taken = new CompletableFuture<>();
        holder = Thread.ofPlatform().daemon().start(() -> hold(desk, task, taken));
        taken.join();
    }

    private void hold(Desk desk, UUID task, CompletableFuture<Void> taken) {
        try {
            desk.database.transact(tx -> {
                desk.queue.locked(tx, task);
                taken.complete(null);
                over.join();
            });
        } catch (RuntimeException e) { // carried to the thread that waits for the row
            taken.completeExceptionally(e);
        }
    }

    @Override
    public void close() {
        over.complete(null);
        try {
            holder.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
