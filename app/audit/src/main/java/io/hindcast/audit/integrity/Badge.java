package io.hindcast.audit.integrity;

/// What a stream carries in a list: how many findings of each weight it has.
public record Badge(long defects, long notes) {
    static final Badge NONE = new Badge(0, 0);

    Badge with(Severity severity) {
        return switch (severity) {
            case DEFECT -> new Badge(defects + 1, notes);
            case NOTE -> new Badge(defects, notes + 1);
        };
    }
}
