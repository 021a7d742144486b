package io.hindcast.engine.fold;

import java.util.List;

/// Folds that come compiled in a jar. Named in the jar's `META-INF/services/io.hindcast.engine.fold.FoldProvider`; made once,
/// without arguments. The jar sees Java and the packages `io.hindcast.engine.fold`, `engine.state`, `engine.payload` and
/// `io.hindcast.event`.
public interface FoldProvider {
    /// The folds, each with a name of its own. Their digests should change when their rule does.
    List<Fold> folds();
}
