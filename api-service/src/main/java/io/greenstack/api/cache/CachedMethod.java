package io.greenstack.api.cache;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JavaType;

import io.greenstack.api.platform.LanguageQuery;
import io.greenstack.descriptions.archive.Hashes;

/**
 * A method with {@link Cached}.
 *
 * @param name class and method, which keys begin with
 * @param tags further tags of its values, with places for arguments
 * @param type of its values
 */
record CachedMethod(String name, CacheNamespace namespace, List<String> tags, JavaType type) {

    private static final int LONGEST_KEY = 100;

    /** Key of a call. */
    String key(Object[] arguments, CacheCodec codec) {
        Object[] parts = new Object[arguments.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = arguments[i] instanceof LanguageQuery language
                    ? language.tag() + (language.isExplicit() ? "!" : "")
                    : arguments[i];
        }
        String text = codec.key(parts);
        return name + (text.length() <= LONGEST_KEY ? text : Hashes.sha256Hex(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Keys of the tags of a call. */
    List<String> tagKeys(Object[] arguments) {
        List<String> keys = new ArrayList<>(namespace.tags().stream().map(CacheKeys::tag).toList());
        for (String tag : tags) {
            int place = tag.indexOf('{');
            keys.add(CacheKeys.tag(place < 0
                    ? tag
                    : tag.substring(0, place) + arguments[tag.charAt(place + 1) - '0']));
        }
        return keys;
    }
}
