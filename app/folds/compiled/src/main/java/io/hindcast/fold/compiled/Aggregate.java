package io.hindcast.fold.compiled;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A class whose methods take events: an aggregate of Axon with methods marked `@EventSourcingHandler`, told by the name of
/// the annotation, or a plain class with methods `apply`, `when`, `on`, `handle` or `evolve`.
///
/// @param handlers methods by the full and by the simple name of the event's class
record Aggregate(Class<?> type, Map<String, Handler> handlers, FoldJar jar) {
    static final String MARK = "EventSourcingHandler";
    private static final Set<String> NAMES = Set.of("apply", "when", "on", "handle", "evolve", "mutate");

    static Aggregate of(Class<?> type, FoldJar jar) throws BrokenJar {
        try {
            var handlers = new LinkedHashMap<String, Handler>();
            boolean marked = methods(type).stream().anyMatch(Aggregate::isMarked);
            if (!marked && jar.mentions(type, MARK)) {
                throw new BrokenJar(
                        "%s of %s has methods marked @%s, but the annotation itself is missing; put the jars of Axon into a folder %s beside the jar."
                                .formatted(type.getName(), jar.name(), MARK, jar.folderName()));
            }
            for (Method method : methods(type)) {
                if (marked ? isMarked(method) : NAMES.contains(method.getName())) {
                    add(type, method, handlers);
                }
            }
            if (handlers.isEmpty()) {
                throw new BrokenJar(
                        "%s of %s has no method that takes an event: neither one marked @EventSourcingHandler, nor one named apply, when, on, handle or evolve."
                                .formatted(type.getName(), jar.name()));
            }
            return new Aggregate(type, handlers, jar);
        } catch (LinkageError broken) {
            throw new BrokenJar("%s of %s cannot be looked at: %s".formatted(type.getName(), jar.name(), FoldJar.missing(broken)));
        }
    }

    /// Those of the superclasses first, so that the nearest wins.
    private static List<Method> methods(Class<?> type) {
        var all = new java.util.ArrayList<Method>();
        Class<?> above = type.getSuperclass();
        if (above != null && above != Object.class) {
            all.addAll(methods(above));
        }
        Arrays.stream(type.getDeclaredMethods())
                .filter(method -> !method.isSynthetic() && !method.isBridge() && method.getParameterCount() > 0)
                .sorted(java.util.Comparator.comparing(Method::toGenericString))
                .forEach(all::add);
        return all;
    }

    private static boolean isMarked(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(one -> one.annotationType().getSimpleName().equals(MARK));
    }

    private static void add(Class<?> type, Method method, Map<String, Handler> handlers) {
        boolean stateFirst = Modifier.isStatic(method.getModifiers())
                && method.getParameterCount() == 2
                && method.getParameterTypes()[0].isAssignableFrom(type);
        int at = stateFirst ? 1 : 0;
        Class<?> event = method.getParameterTypes()[at];
        if (event.isPrimitive() || event == Object.class || event == String.class || event.getName().startsWith("java.")) {
            return;
        }
        for (Class<?> variant : variants(event)) {
            var handler = new Handler(method, variant, at);
            handlers.put(variant.getName(), handler);
            handlers.put(variant.getSimpleName(), handler);
        }
    }

    /// Of a sealed type those that can be built; else the type itself.
    private static List<Class<?>> variants(Class<?> type) {
        Class<?>[] permitted = type.getPermittedSubclasses();
        if (permitted == null) {
            return List.of(type);
        }
        var all = new java.util.ArrayList<Class<?>>();
        for (Class<?> one : permitted) {
            all.addAll(variants(one));
        }
        return all;
    }

    /// The method for an event type as a store spells it: with or without its package, `Outer$Inner` or `Outer.Inner`.
    Optional<Handler> handler(String type) {
        Handler exact = handlers.get(type);
        if (exact != null) {
            return Optional.of(exact);
        }
        String simple = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
        return Optional.ofNullable(handlers.get(simple));
    }

    AggregateFold fold() throws BrokenJar {
        try {
            AggregateFold fold = new AggregateFold(this, jar.digest(type.getName()));
            fold.fresh();
            return fold;
        } catch (Unmappable wrong) {
            throw new BrokenJar("%s of %s cannot be used: %s.".formatted(type.getName(), jar.name(), wrong.getMessage()));
        } catch (LinkageError broken) {
            throw new BrokenJar("%s of %s cannot be used: %s".formatted(type.getName(), jar.name(), FoldJar.missing(broken)));
        }
    }
}
