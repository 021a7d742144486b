package io.hindcast.engine.work;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The newest question wins: asking interrupts the question that is still running and drops its answer.
/// Questions are answered on virtual threads; safe for many askers.
///
/// @param <Q> question
/// @param <A> answer
public final class Latest<Q, A> implements AutoCloseable {
    private final Answering<Q, A> answering;
    private final Consumer<A> onAnswer;
    private final Consumer<Throwable> onFailure;
    private final AtomicReference<@Nullable Thread> running = new AtomicReference<>();

    /// How a question is answered; may be interrupted.
    @FunctionalInterface
    public interface Answering<Q, A> {
        A answer(Q question) throws InterruptedException;
    }

    /// @param onAnswer called from the answering thread, at most once a question, never for an overtaken one
    /// @param onFailure called when answering failed for another reason than being overtaken
    public Latest(Answering<Q, A> answering, Consumer<A> onAnswer, Consumer<Throwable> onFailure) {
        this.answering = answering;
        this.onAnswer = onAnswer;
        this.onFailure = onFailure;
    }

    public void ask(Q question) {
        Thread thread = Thread.ofVirtual().unstarted(() -> work(question));
        stop(running.getAndSet(thread));
        thread.start();
    }

    @Override
    public void close() {
        stop(running.getAndSet(null));
    }

    private void work(Q question) {
        try {
            A answer = answering.answer(question);
            if (isCurrent()) {
                onAnswer.accept(answer);
            }
        } catch (InterruptedException _) {
            // overtaken: nobody waits for the answer
        } catch (RuntimeException failure) {
            if (isCurrent()) {
                onFailure.accept(failure);
            }
        }
    }

    private boolean isCurrent() {
        return Thread.currentThread().equals(running.get());
    }

    private static void stop(@Nullable Thread thread) {
        if (thread != null) {
            thread.interrupt();
        }
    }
}
