package io.greenstack.core.message;

/** A topic filter as the broker applies it (MQTT 3.1.1, 4.7). Immutable. */
public final class TopicFilter {

    private final String[] levels;

    private TopicFilter(String[] levels) {
        this.levels = levels;
    }

    /**
     * A filter.
     *
     * @throws IllegalArgumentException if a wildcard is not a level of its own or {@code #} is not the last one
     */
    public static TopicFilter of(String filter) {
        String[] levels = filter.split("/", -1);
        for (int i = 0; i < levels.length; i++) {
            boolean wildcard = levels[i].indexOf('+') >= 0 || levels[i].indexOf('#') >= 0;
            if (filter.isBlank() || wildcard && levels[i].length() > 1
                    || "#".equals(levels[i]) && i < levels.length - 1) {
                throw new IllegalArgumentException(
                        "'" + filter + "' is no topic filter: '+' is a whole level, '#' the last");
            }
        }
        return new TopicFilter(levels);
    }

    /** Whether a topic name fits. */
    public boolean matches(String topic) {
        String[] names = topic.split("/", -1);
        if (topic.startsWith("$") && !levels[0].startsWith("$")) {
            return false;
        }
        for (int i = 0; i < levels.length; i++) {
            if ("#".equals(levels[i])) {
                return names.length >= i;
            }
            if (i >= names.length || !"+".equals(levels[i]) && !levels[i].equals(names[i])) {
                return false;
            }
        }
        return names.length == levels.length;
    }

    /** Whether every topic that fits another filter fits this one too. */
    public boolean covers(TopicFilter other) {
        if (other.levels[0].startsWith("$") && !levels[0].startsWith("$")) {
            return false;
        }
        for (int i = 0; i < levels.length; i++) {
            if ("#".equals(levels[i])) {
                return other.levels.length >= i;
            }
            if (i >= other.levels.length || "#".equals(other.levels[i])
                    || !"+".equals(levels[i]) && !levels[i].equals(other.levels[i])) {
                return false;
            }
        }
        return other.levels.length == levels.length;
    }
}
