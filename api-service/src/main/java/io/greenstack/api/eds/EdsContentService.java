package io.greenstack.api.eds;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonRawValue;

import io.greenstack.api.description.DecodeService;
import io.greenstack.api.description.DecodeService.DecodeRequest;
import io.greenstack.api.description.DecodeService.EncodeRequest;
import io.greenstack.api.description.Octets;
import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.Page;
import io.greenstack.api.platform.PageRequest;
import io.greenstack.core.processdata.Direction;
import io.greenstack.core.processdata.LayoutJson;
import io.greenstack.core.processdata.ProcessDataLayout;
import io.greenstack.descriptions.eds.layout.EdsLayoutCompiler;
import io.greenstack.descriptions.eds.layout.EdsLayoutCompiler.CompiledLayout;
import io.greenstack.descriptions.eds.model.EdsAssembly;
import io.greenstack.descriptions.eds.model.EdsFile;
import io.greenstack.descriptions.eds.model.EdsIndex;
import io.greenstack.descriptions.eds.model.EdsSection;
import io.greenstack.descriptions.eds.recipe.ConnectionRecipe;
import io.greenstack.descriptions.eds.recipe.NodeRedSnippet;
import io.greenstack.descriptions.eds.recipe.Pycomm3Snippet;
import io.greenstack.descriptions.eds.recipe.RecipeCompiler;
import io.greenstack.descriptions.eds.view.SectionView;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Assemblies as layouts, their octets as values and back, and connections as recipes. */
@ApplicationScoped
class EdsContentService {

    private final EdsService service;
    private final DecodeService codec;

    EdsContentService(EdsService service, DecodeService codec) {
        this.service = service;
        this.codec = codec;
    }

    /** The model of a file; 404 when there is no such EDS. */
    EdsFile file(long id) {
        return service.open(id).reading().model();
    }

    /** The model of a file with its index; 404 when there is no such EDS. */
    EdsIndex index(long id) {
        return new EdsIndex(file(id));
    }

    /** One page of entries, in the sections in which they stand. */
    Page<SectionView> sections(long id, PageRequest page) {
        List<EdsSection> sections = service.open(id).sections();
        return new Page<>(SectionView.of(sections, page.offset(), page.size()),
                sections.stream().mapToLong(section -> section.entries().size()).sum(), page);
    }

    /** Layout of an assembly as JSON; the frames stand under {@code in}. */
    String layout(long id, String assembly) {
        return LayoutJson.write(layout(id, assembly, Direction.IN, null));
    }

    /** Octets of an assembly as values. */
    String decode(long id, String assembly, DecodeRequest request) {
        byte[] octets = new Octets(request.hex(), request.bytes(), request.base64()).octets();
        Direction direction = direction(request.direction(), Direction.IN);
        return codec.decode(id, layout(id, assembly, direction, octets.length), request);
    }

    /** Values as octets of an assembly. */
    String encode(long id, String assembly, EncodeRequest request) {
        Direction direction = direction(request.direction(), Direction.OUT);
        Integer octets = request.base() == null
                ? null
                : (Integer) new Octets(request.base(), null, null).octets().length;
        return codec.encode(id, layout(id, assembly, direction, octets), request);
    }

    /** Only an assembly of variable size takes another length than the file says. */
    private ProcessDataLayout layout(long id, String name, Direction direction, Integer octets) {
        EdsIndex index = index(id);
        EdsAssembly assembly = assembly(index, name);
        EdsLayoutCompiler compiler = new EdsLayoutCompiler(index);
        String layoutId = "eds-" + id + "-" + assembly.keyword();
        ProcessDataLayout layout = compile(compiler, layoutId, assembly, direction, null);
        boolean known = octets == null || octets == 0
                || layout.frames(direction).stream().anyMatch(frame -> frame.octets() == octets);
        ProcessDataLayout chosen = known || !assembly.variable()
                ? layout
                : compile(compiler, layoutId, assembly, direction, octets);
        if (chosen.frames(direction).isEmpty()) {
            throw new ApiException(422, "assembly-not-described", assembly.keyword()
                    + " has neither a size nor members: its octets cannot be decoded.");
        }
        return chosen;
    }

    private static ProcessDataLayout compile(EdsLayoutCompiler compiler, String layoutId, EdsAssembly assembly,
            Direction direction, Integer octets) {
        return compiler.assembly(layoutId, assembly.keyword(), direction, octets).map(CompiledLayout::layout)
                .orElseThrow();
    }

    private static EdsAssembly assembly(EdsIndex index, String name) {
        return index.assemblyNamed(name).orElseThrow(() -> ApiException.notFound("The EDS has no assembly '" + name
                + "'; give the number N of an entry AssemN, or its whole keyword."));
    }

    private static Direction direction(String text, Direction otherwise) {
        return Stream.of(Direction.values()).filter(one -> text != null && one.token().equalsIgnoreCase(text.strip()))
                .findFirst().orElse(otherwise);
    }

    /** Recipe of a connection with snippets; 404 when the file has no such connection. */
    RecipeView recipe(long id, int connection, String host) {
        EdsFile file = file(id);
        ConnectionRecipe recipe = new RecipeCompiler(file).recipe(connection)
                .orElseThrow(() -> noConnection(connection));
        Optional<CompiledLayout> layout = new EdsLayoutCompiler(file).connection("eds-" + id, connection);
        ProcessDataLayout described = layout.map(CompiledLayout::layout).orElse(null);
        return new RecipeView(recipe, new RecipeView.Snippets(Pycomm3Snippet.of(recipe, described, host),
                NodeRedSnippet.of(recipe, described, host)));
    }

    static ApiException noConnection(int number) {
        return ApiException.notFound("The EDS has no entry Connection" + number + ".");
    }

    /**
     * How to open a connection.
     *
     * @param recipe what to enter into a scanner
     * @param snippets the same as programs
     */
    @RegisterForReflection
    record RecipeView(ConnectionRecipe recipe, Snippets snippets) {

        /**
         * Ready programs.
         *
         * @param pycomm3 Python program for pycomm3
         * @param nodeRed Node-RED flow to import
         */
        public record Snippets(String pycomm3,
                @JsonRawValue @Schema(implementation = Object[].class) String nodeRed) {}
    }
}
