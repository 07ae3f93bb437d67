package io.greenstack.descriptions.iodd.model.shape;

/** Names in JSON: snake case of the names in the file. */
final class JsonKeys {

    private JsonKeys() {}

    /** {@code accessRights} becomes {@code access_rights}, {@code xsi:type} becomes {@code xsi_type}. */
    static String of(String name) {
        StringBuilder key = new StringBuilder(name.length() + 4);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c) && i > 0 && !Character.isUpperCase(name.charAt(i - 1))
                    && name.charAt(i - 1) != ':') {
                key.append('_');
            }
            key.append(c == ':' ? '_' : Character.toLowerCase(c));
        }
        return key.toString();
    }
}
