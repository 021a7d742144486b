package io.hindcast.desktop.work;

import io.hindcast.engine.work.Latest;
import java.util.function.Consumer;

/// Questions of one kind: the newest wins, and its answer comes back on the screen's thread. Used from that thread only.
///
/// @param <Q> question
/// @param <A> answer
public final class Asking<Q, A> {
    private final Work work;
    private final Latest<Numbered<Q>, Numbered<A>> latest;
    private final Consumer<A> onAnswer;
    private long asked;
    private boolean waiting;

    private record Numbered<T>(long number, T value) {}

    Asking(Work work, Latest.Answering<Q, A> answering, Consumer<A> onAnswer, Consumer<Throwable> onFailure) {
        this.work = work;
        this.onAnswer = onAnswer;
        this.latest = new Latest<>(
                question -> answer(answering, question, onFailure),
                answer -> work.show(() -> arrive(answer)),
                _ -> {});
    }

    /// Asks; an earlier question of this kind that still waits is dropped.
    public void ask(Q question) {
        asked++;
        if (!waiting) {
            waiting = true;
            work.begin();
        }
        latest.ask(new Numbered<>(asked, question));
    }

    /// Drops the question that still waits, if there is one.
    public void drop() {
        asked++;
        latest.close();
        settle();
    }

    public boolean isWaiting() {
        return waiting;
    }

    private Numbered<A> answer(
            Latest.Answering<Q, A> answering, Numbered<Q> question, Consumer<Throwable> onFailure)
            throws InterruptedException {
        try {
            return new Numbered<>(question.number(), answering.answer(question.value()));
        } catch (RuntimeException | StackOverflowError failure) {
            work.show(() -> fail(question.number(), failure, onFailure));
            throw new InterruptedException("failed, and said so");
        }
    }

    private void arrive(Numbered<A> answer) {
        if (answer.number() == asked) {
            settle();
            onAnswer.accept(answer.value());
        }
    }

    private void fail(long number, Throwable failure, Consumer<Throwable> onFailure) {
        if (number == asked) {
            settle();
            onFailure.accept(failure);
        }
    }

    private void settle() {
        if (waiting) {
            waiting = false;
            work.end();
        }
    }
}
