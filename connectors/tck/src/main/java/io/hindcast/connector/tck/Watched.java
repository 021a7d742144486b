package io.hindcast.connector.tck;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An object with somebody who sees every call, for tests that count what is asked for.
public final class Watched {
    private Watched() {}

    /// Who sees the calls.
    public interface Watcher {
        /// A call has come back. What this answers is handed on as its result.
        ///
        /// @param arguments none of them where the method takes none
        @Nullable Object after(Method method, Object[] arguments, @Nullable Object result);
    }

    /// The object behind its interface, with a note of all that it is given of one kind, in the order in which calls end.
    ///
    /// @param into safe for the threads that call the object
    public static <T, A> T noting(Class<T> type, T target, Class<A> kind, Collection<A> into) {
        return by(type, target, (_, arguments, result) -> {
            Stream.of(arguments).filter(kind::isInstance).map(kind::cast).forEach(into::add);
            return result;
        });
    }

    /// The object behind its interface; calls that fail are not seen, and fail as they would.
    public static <T> T by(Class<T> type, T target, Watcher watcher) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, given) -> {
            Object[] arguments = given == null ? new Object[0] : given;
            try {
                return watcher.after(method, arguments, method.invoke(target, arguments));
            } catch (InvocationTargetException failure) {
                throw failure.getCause();
            }
        }));
    }
}
