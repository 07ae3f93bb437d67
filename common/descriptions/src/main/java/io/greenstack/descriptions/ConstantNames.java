package io.greenstack.descriptions;

import java.util.Locale;

import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;

/** Spells constants in JSON in small letters with underscores, unless an annotation of theirs says otherwise. */
public final class ConstantNames extends NopAnnotationIntrospector {

    private static final long serialVersionUID = 1;

    /** As in JSON. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String[] findEnumValues(MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, String[] names) {
        for (int i = 0; i < constants.length; i++) {
            if (names[i] == null) {
                names[i] = of(constants[i]);
            }
        }
        return names;
    }
}
