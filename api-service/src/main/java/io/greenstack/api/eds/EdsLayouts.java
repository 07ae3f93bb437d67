package io.greenstack.api.eds;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.greenstack.core.processdata.Direction;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.descriptions.eds.layout.CompiledLayout;
import io.greenstack.descriptions.eds.layout.EdsLayoutCompiler;
import io.greenstack.descriptions.eds.model.EdsAssembly;
import io.greenstack.descriptions.eds.model.EdsIndex;

/** Layouts of single connections and assemblies, for devices that are bound to them. */
@ApplicationScoped
public class EdsLayouts {

    private final EdsModels models;

    @Inject
    public EdsLayouts(EdsModels models) {
        this.models = models;
    }

    /**
     * The layout of a connection, T-to-O as in and O-to-T as out, or of one assembly: out if connections only send it to the
     * device, else in.
     *
     * @param connection number of the connection, null to take the assembly
     * @param assembly number or keyword of the assembly
     * @return empty if the file does not have it, or says nothing of its data
     */
    public Optional<ProcessDataLayout> of(long id, Integer connection, String assembly) {
        EdsIndex index = new EdsIndex(models.reading(id).model());
        EdsLayoutCompiler compiler = new EdsLayoutCompiler(index);
        String layoutId = "eds-" + id + "-" + (connection == null ? assembly : connection);
        Optional<CompiledLayout> compiled = connection != null
                ? compiler.connection(layoutId, connection)
                : EdsContentService.find(index, assembly).flatMap(found -> compiler.assembly(layoutId, found.keyword(),
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
}
