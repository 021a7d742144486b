package io.hindcast.engine.fold;

import java.util.Arrays;

/// What the current event has written, in the order of writing. Those of earlier events are filled again.
final class Touches {
    private Touch[] touches = {new Touch()};
    private int count;

    int count() {
        return count;
    }

    Touch at(int place) {
        return touches[place];
    }

    /// One more, to be filled.
    Touch next() {
        if (count == touches.length) {
            touches = Arrays.copyOf(touches, count * 2);
            for (int i = count; i < touches.length; i++) {
                touches[i] = new Touch();
            }
        }
        return touches[count++];
    }

    /// Forgets those of a container and of all that lies in it.
    void forgetWithin(Draft draft) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            Touch touch = touches[i];
            if (!touch.owner().isWithin(draft)) {
                touches[i] = touches[kept];
                touches[kept++] = touch;
            }
        }
        count = kept;
    }

    void forget() {
        count = 0;
    }
}
