package io.greenstack.core.processdata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A frame made ready to decode and encode. Immutable. */
final class CompiledFrame {

    final Frame frame;
    final int octets;
    final CompiledField[] fields;
    private final Predicates when;
    private final Map<String, CompiledField> byKey = new HashMap<>();

    private CompiledFrame(Frame frame, Map<ParameterKey, Long> defaults) {
        this.frame = frame;
        this.octets = frame.octets();
        this.when = Predicates.of(frame.when(), defaults);
        this.fields = new CompiledField[frame.fields().size()];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = CompiledField.of(frame, frame.fields().get(i), defaults);
            byKey.put(fields[i].field.key(), fields[i]);
        }
    }

    /** Compiles the frames of a direction of a layout that was checked. */
    static CompiledFrame[] compile(ProcessDataLayout layout, Direction direction) {
        Map<ParameterKey, Long> defaults = Predicates.defaults(layout);
        List<CompiledFrame> frames = new ArrayList<>();
        for (Frame frame : layout.frames(direction)) {
            frames.add(new CompiledFrame(frame, defaults));
        }
        return frames.toArray(CompiledFrame[]::new);
    }

    boolean applies(ParameterValues parameters) {
        return when.hold(parameters);
    }

    CompiledField field(String key) {
        return byKey.get(key);
    }
}
