package io.greenstack.core.message;

/**
 * Id of a device: {@code [A-Za-z0-9._:-]{1,64}}, so that it fits into topics, Redis keys, URLs and tags as it is. {@code .} and
 * {@code ..} are none: in a URL they mean a folder.
 *
 * @param value the id
 */
public record DeviceId(String value) implements Comparable<DeviceId> {

    /** Longest id. */
    public static final int MAX_LENGTH = 64;

    /** @throws PayloadException {@link RejectReason#BAD_DEVICE_ID} */
    public DeviceId {
        if (!isValid(value)) {
            throw new PayloadException(RejectReason.BAD_DEVICE_ID, "A device id is 1.." + MAX_LENGTH
                    + " of letters, digits, '.', '_', ':', '-', and neither '.' nor '..'; got " + Texts.quote(value));
        }
    }

    /** True if the text is a device id. */
    public static boolean isValid(String text) {
        if (text == null || text.isEmpty() || text.length() > MAX_LENGTH || text.equals(".") || text.equals("..")) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean word = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!word && c != '.' && c != '_' && c != ':' && c != '-') {
                return false;
            }
        }
        return true;
    }

    @Override
    public int compareTo(DeviceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
