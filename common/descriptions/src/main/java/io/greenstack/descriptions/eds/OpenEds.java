package io.greenstack.descriptions.eds;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.greenstack.core.processdata.Direction;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.descriptions.DescriptionJson;
import io.greenstack.descriptions.OpenDescription;
import io.greenstack.descriptions.OpenDescription.JudgedValues;
import io.greenstack.descriptions.OpenDescription.LayoutChoice;
import io.greenstack.descriptions.ParameterLine;
import io.greenstack.descriptions.ParameterSetting;
import io.greenstack.descriptions.StoredContent;
import io.greenstack.descriptions.eds.layout.EdsLayoutCompiler;
import io.greenstack.descriptions.eds.layout.EdsLayoutCompiler.CompiledLayout;
import io.greenstack.descriptions.eds.model.EdsAssembly;
import io.greenstack.descriptions.eds.model.EdsConnection;
import io.greenstack.descriptions.eds.model.EdsFile;
import io.greenstack.descriptions.eds.model.EdsIndex;
import io.greenstack.descriptions.eds.model.EdsSection;
import io.greenstack.descriptions.eds.reader.EdsReader;
import io.greenstack.descriptions.eds.reader.EdsReader.EdsReading;
import io.greenstack.descriptions.eds.view.EdsDetail;
import io.greenstack.descriptions.eds.view.EdsDetail.ParameterView;
import io.greenstack.descriptions.eds.view.EdsViews;

/** An EDS file that is in use. It is read from its octets, so that what a newer reader understands shows. */
public final class OpenEds implements OpenDescription {

    private final StoredContent content;
    private EdsReading reading;

    OpenEds(StoredContent content) {
        this.content = content;
    }

    /** Its model and findings; the sections of a large file are without their entries, see {@link #sections}. */
    public synchronized EdsReading reading() {
        if (reading == null) {
            byte[] file = content.mainFile();
            reading = EdsReader.read(file).kept(file.length);
        }
        return reading;
    }

    /** All sections and entries as they stand. */
    public List<EdsSection> sections() {
        boolean dropped = reading().model().sections().stream().allMatch(section -> section.entries().isEmpty());
        return dropped ? EdsReader.read(content.mainFile()).model().sections() : reading().model().sections();
    }

    /** An EDS has texts in one language only. */
    @Override
    public String detail(String language) {
        return DescriptionJson.write(detail(Integer.MAX_VALUE));
    }

    /**
     * The detail document.
     *
     * @param most how many parameters it has at most
     */
    public EdsDetail detail(int most) {
        EdsFile file = reading().model();
        return EdsViews.of(file,
                new EdsLayoutCompiler(file).defaultConnection().map(EdsConnection::number).orElse(null), most);
    }

    /**
     * The layout of a connection, T-to-O as in and O-to-T as out, or of one assembly: out if connections only send it to the
     * device, else in.
     */
    @Override
    public Optional<ProcessDataLayout> layout(String layoutId, LayoutChoice choice) {
        EdsIndex index = new EdsIndex(reading().model());
        EdsLayoutCompiler compiler = new EdsLayoutCompiler(index);
        Optional<CompiledLayout> compiled = choice.connection() != null
                ? compiler.connection(layoutId, choice.connection())
                : index.assemblyNamed(choice.assembly()).flatMap(found -> compiler.assembly(layoutId, found.keyword(),
                        direction(index, compiler, found), null));
        return compiled.map(CompiledLayout::layout).filter(one -> !one.in().isEmpty() || !one.out().isEmpty());
    }

    private static Direction direction(EdsIndex index, EdsLayoutCompiler compiler, EdsAssembly assembly) {
        boolean sent = index.file().connections().stream()
                .anyMatch(connection -> assembly.equals(compiler.assemblyOf(connection, false)));
        boolean received = index.file().connections().stream()
                .anyMatch(connection -> assembly.equals(compiler.assemblyOf(connection, true)));
        return received && !sent ? Direction.OUT : Direction.IN;
    }

    @Override
    public List<ParameterLine> parameterLines(String language) {
        return reading().model().parameters().stream().map(EdsViews::parameter)
                .map(view -> new ParameterLine(null, view.paramNumber(), view.paramName(), view.dataType(),
                        view.readOnly() ? "ro" : "rw", view.defaultValue(), view.minValue(), view.maxValue(),
                        view.units(), view.help()))
                .toList();
    }

    /** Twins name a parameter by its keyword. */
    @Override
    public List<ParameterSetting> settings(String language) {
        return reading().model().parameters().stream().map(parameter -> {
            ParameterView view = EdsViews.parameter(parameter);
            return new ParameterSetting(parameter.keyword(), view.paramNumber(), 0, view.paramName(), null,
                    view.dataType(), view.readOnly() ? "ro" : "rw", view.defaultValue(), view.units());
        }).toList();
    }

    @Override
    public JudgedValues judge(ObjectNode wanted) {
        return EdsRules.judge(reading().model().parameters(), wanted);
    }
}
