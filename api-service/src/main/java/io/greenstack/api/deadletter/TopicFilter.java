package io.greenstack.api.deadletter;

/**
 * An MQTT topic filter (MQTT 3.1.1, 4.7): {@code +} stands for one level, a trailing {@code #} for any number of them.
 *
 * @param text the filter
 */
record TopicFilter(String text) {

    boolean matches(String topic) {
        String[] wanted = text.split("/", -1);
        String[] levels = topic.split("/", -1);
        for (int i = 0; i < wanted.length; i++) {
            if ("#".equals(wanted[i])) {
                return true;
            }
            if (i >= levels.length || !"+".equals(wanted[i]) && !wanted[i].equals(levels[i])) {
                return false;
            }
        }
        return wanted.length == levels.length;
    }
}
