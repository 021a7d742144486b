package io.hindcast.desktop.focus;

import io.hindcast.audit.journal.Journals;
import io.hindcast.engine.mask.MaskFinder;

/// Where rules for masks are found, and where it is put down that somebody lifts one.
public record MaskDesk(MaskFinder finder, Journals journals) {}
