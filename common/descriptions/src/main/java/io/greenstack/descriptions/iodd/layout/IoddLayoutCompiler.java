package io.greenstack.descriptions.iodd.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.greenstack.core.processdata.Condition;
import io.greenstack.core.processdata.Direction;
import io.greenstack.core.processdata.Field;
import io.greenstack.core.processdata.Frame;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.descriptions.Finding;
import io.greenstack.descriptions.iodd.IoddFormat;
import io.greenstack.descriptions.iodd.model.IoddDescription;
import io.greenstack.descriptions.iodd.model.ProcessData;
import io.greenstack.descriptions.iodd.model.ProcessData.ProcessDataItem;
import io.greenstack.descriptions.iodd.reader.Findings;
import io.greenstack.descriptions.iodd.standard.IoddTexts;

/**
 * Compiles the process-data layout of an IODD (clauses 7.5.3, 7.5.5 and 7.5.8). A value is scaled by the first of: a menu
 * entry on V_ProcessDataInput/Output whose conditions, up the whole menu path, hold; a ProcessDataRef that scales; a bare
 * one. All alternatives are kept in that order. Nothing is allocated for lengths a file only claims.
 */
public final class IoddLayoutCompiler {

    private static final int MAX_FRAMES = 64;
    private static final int MAX_FINDINGS = 200;

    private IoddLayoutCompiler() {}

    /**
     * The layout in a language, and what could not be compiled. Keys of fields come from the primary language, so that
     * they are the same in all.
     *
     * @param language language of names and labels, null = primary
     */
    public static LayoutCompilation compile(IoddDescription description, String language) {
        Findings findings = new Findings(MAX_FINDINGS);
        CompilerContext context = CompilerContext.of(description, language, findings);
        List<Frame> in = frames(context, Direction.IN, Set.of());
        Set<String> inKeys = new HashSet<>();
        in.forEach(frame -> frame.fields().stream().map(Field::key).forEach(inKeys::add));
        List<Frame> out = frames(context, Direction.OUT, inKeys);
        ProcessDataLayout layout = new ProcessDataLayout(layoutId(description), IoddFormat.KIND,
                product(description, context.texts()), new ParameterTable(context).of(in, out), in, out);
        return new LayoutCompilation(layout, findings.toList());
    }

    private static List<Frame> frames(CompilerContext context, Direction direction, Set<String> takenKeys) {
        MenuScalings menus = MenuScalings.of(context, direction);
        List<Frame> frames = new ArrayList<>();
        for (ProcessData alternative : context.description().processData()) {
            ProcessDataItem item = direction == Direction.IN ? alternative.in() : alternative.out();
            if (item == null) {
                continue;
            }
            if (frames.size() == MAX_FRAMES) {
                context.findings().error("too-many-frames", item.source().line(), "ProcessDataCollection",
                        "There are more than " + MAX_FRAMES
                                + " alternatives of process data; the others are left out.");
                break;
            }
            List<Condition> when = alternative.condition() == null
                    ? List.of()
                    : context.condition(alternative.condition());
            if (when == null) {
                continue;
            }
            Frame frame = new FrameCompiler(context, menus, direction, takenKeys).compile(item, when);
            if (frame != null) {
                frames.add(frame);
            }
        }
        return frames;
    }

    private static String layoutId(IoddDescription description) {
        return "iodd-" + description.vendorId() + "-" + description.deviceId() + "-"
                + part(description.documentVersion())
                + "-" + part(description.releaseDate());
    }

    private static String part(String text) {
        String part = text == null ? "" : text.strip().replaceAll("[^A-Za-z0-9.]", "");
        return part.length() > 40 ? part.substring(0, 40) : part;
    }

    private static String product(IoddDescription description, IoddTexts texts) {
        String name = texts.label(description.identity().deviceName());
        if (name.isEmpty() && !description.variants().isEmpty()) {
            name = texts.label(description.variants().get(0).anyName());
        }
        return CompilerContext.shorten(name);
    }

    /**
     * A compiled layout.
     *
     * @param layout the layout; it always passes the decoder's checks
     * @param findings what of the process data could not be used, or is ambiguous
     */
    public record LayoutCompilation(ProcessDataLayout layout, List<Finding> findings) {

        public LayoutCompilation {
            findings = List.copyOf(findings);
        }
    }
}
