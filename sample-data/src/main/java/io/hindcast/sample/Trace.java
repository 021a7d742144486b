package io.hindcast.sample;

/// Who did something, by which channel, and what brought it about. The empty text stands for "not known".
record Trace(String user, String channel, String ip, String tenant, String correlationId, String causationId) {
    Trace causedBy(String eventId) {
        return new Trace(user, channel, ip, tenant, correlationId, eventId);
    }

    /// The same thread of events, carried on by a job of the system.
    Trace by(String job) {
        return new Trace(job, "batch", "", tenant, correlationId, causationId);
    }

    Trace forTenant(String other) {
        return new Trace(user, channel, ip, other, correlationId, causationId);
    }

    byte[] metadata() {
        var json = Json.object().put("user", user).put("correlationId", correlationId);
        if (!causationId.isEmpty()) {
            json.put("causationId", causationId);
        }
        json.put("channel", channel).put("tenant", tenant);
        return ip.isEmpty() ? json.bytes() : json.put("ip", ip).bytes();
    }
}
