package io.hindcast.fold.javascript;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mozilla.javascript.CompilerEnvirons;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.ContextFactory;
import org.mozilla.javascript.ErrorReporter;
import org.mozilla.javascript.Evaluator;
import org.mozilla.javascript.Scriptable;

/// Where scripts run: compiled, without a way to a Java class, counted while they run, and stopped when one event takes
/// too long or allocates too much. The zone is UTC and there is no locale, so that answers are the same everywhere.
final class Sandbox extends ContextFactory {
    /// For one event; reached only by a fold that hangs.
    static final Duration LONGEST = Duration.ofMillis(900);

    /// What one event may allocate, garbage included.
    static final long MOST_BYTES = 256L << 20;

    private static final int INSTRUCTIONS_BETWEEN_LOOKS = 20_000;

    /// So many looks a thread that cannot count its allocations goes on before another thread does the work.
    private static final int LOOKS_UNMEASURED = 10;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /// The one context of a realm.
    static final class Cell extends Context {
        private long limit;
        private long deadline;
        private long allocated;
        private int looks;
        private boolean closed;

        Cell(ContextFactory factory) {
            super(factory);
        }

        /// Counting begins anew. The clock is read at the first look only: most events end before.
        void begin(Duration longest) {
            limit = longest.toNanos();
            looks = 0;
        }

        /// From now on no text becomes code.
        void close(boolean toCode) {
            closed = toCode;
        }

        @Override
        protected void observeInstructionCount(int count) {
            long time = System.nanoTime();
            long now = THREADS.getCurrentThreadAllocatedBytes();
            if (looks++ == 0) {
                deadline = time + limit;
                allocated = now;
            }
            if (time - deadline > 0) {
                throw Overrun.of("the fold took more than %d ms for one event and was stopped"
                        .formatted(LONGEST.toMillis()));
            }
            if (now < 0 && looks > LOOKS_UNMEASURED) {
                throw Overrun.unmeasured();
            }
            if (now >= 0 && now - allocated > MOST_BYTES) {
                throw Overrun.of("the fold used more than %d MB for one event and was stopped"
                        .formatted(MOST_BYTES >> 20));
            }
        }

        @Override
        protected Object compileImpl(
                @Nullable Scriptable scope,
                String source,
                String name,
                int line,
                @Nullable Object domain,
                boolean function,
                @Nullable Evaluator compiler,
                @Nullable ErrorReporter reporter,
                @Nullable Consumer<CompilerEnvirons> settings) {
            if (closed) {
                throw org.mozilla.javascript.ScriptRuntime.typeError("a fold cannot make code out of text");
            }
            return super.compileImpl(scope, source, name, line, domain, function, compiler, reporter, settings);
        }
    }

    @Override
    protected Context makeContext() {
        var cx = new Cell(this);
        cx.setLanguageVersion(Context.VERSION_ECMASCRIPT);
        cx.setInterpretedMode(false);
        cx.setGenerateObserverCount(true);
        cx.setInstructionObserverThreshold(INSTRUCTIONS_BETWEEN_LOOKS);
        cx.setClassShutter(_ -> false);
        cx.setLocale(Locale.ROOT);
        cx.setTimeZone(TimeZone.getTimeZone("UTC"));
        return cx;
    }

    @Override
    protected boolean hasFeature(Context cx, int feature) {
        return switch (feature) {
            case Context.FEATURE_ENHANCED_JAVA_ACCESS,
                    Context.FEATURE_ENABLE_JAVA_MAP_ACCESS,
                    Context.FEATURE_E4X,
                    Context.FEATURE_PARENT_PROTO_PROPERTIES,
                    Context.FEATURE_JAVA_SERIALIZATION -> false;
            default -> super.hasFeature(cx, feature);
        };
    }
}
