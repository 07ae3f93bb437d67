package io.greenstack.api.iodd;

import java.util.List;
import java.util.function.Function;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.greenstack.api.platform.LanguageQuery;
import io.greenstack.api.platform.Responses;
import io.greenstack.api.security.Roles;
import io.greenstack.descriptions.iodd.view.IoddDetail;
import io.greenstack.descriptions.iodd.view.IoddParts;
import io.greenstack.descriptions.iodd.view.IoddViews;

/** What a device does: variables, process data, errors, events, datatypes. */
@Path("/api/iodd")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Tag(name = "IODD", description = "IO-Link device descriptions")
public class IoddFunctionResource {

    private final IoddService service;

    @Inject
    public IoddFunctionResource(IoddService service) {
        this.service = service;
    }

    @GET
    @Path("/{id}/parameters")
    @Operation(summary = "Variables, standard ones resolved, with items, ranges and units")
    public RestResponse<List<IoddDetail.ParameterView>> parameters(long id, @BeanParam LanguageQuery language,
            @Context Request request) {
        return view(id, language, request, IoddViews::parameters);
    }

    @GET
    @Path("/{id}/processdata")
    @Operation(summary = "Process data with conditions and record items")
    public RestResponse<List<IoddDetail.ProcessDataView>> processData(long id, @BeanParam LanguageQuery language,
            @Context Request request) {
        return view(id, language, request, IoddViews::processData);
    }

    @GET
    @Path("/{id}/processdata/ui-info")
    @Operation(summary = "Scale, unit and format of process data")
    public RestResponse<List<IoddParts.UiInfoView>> uiInfo(long id, @BeanParam LanguageQuery language,
            @Context Request request) {
        return view(id, language, request, IoddViews::uiInfo);
    }

    @GET
    @Path("/{id}/processdata/conditions")
    @Operation(summary = "When each process data applies")
    public RestResponse<List<IoddParts.PdConditionView>> conditions(long id, @BeanParam LanguageQuery language,
            @Context Request request) {
        return view(id, language, request, IoddViews::conditions);
    }

    @GET
    @Path("/{id}/errors")
    @Operation(summary = "Error types")
    public RestResponse<List<IoddDetail.ErrorView>> errors(long id, @BeanParam LanguageQuery language,
            @Context Request request) {
        return view(id, language, request, IoddViews::errors);
    }

    @GET
    @Path("/{id}/events")
    @Operation(summary = "Events")
    public RestResponse<List<IoddDetail.EventView>> events(long id, @BeanParam LanguageQuery language,
            @Context Request request) {
        return view(id, language, request, IoddViews::events);
    }

    @GET
    @Path("/{id}/variants")
    @Operation(summary = "Product variants")
    public RestResponse<List<IoddDetail.VariantView>> variants(long id, @BeanParam LanguageQuery language,
            @Context Request request) {
        return view(id, language, request, IoddViews::variants);
    }

    @GET
    @Path("/{id}/custom-datatypes")
    @Operation(summary = "Named datatypes")
    public RestResponse<List<IoddParts.CustomDatatypeView>> customDatatypes(long id, @BeanParam LanguageQuery language,
            @Context Request request) {
        return view(id, language, request, IoddViews::customDatatypes);
    }

    private <T> RestResponse<T> view(long id, LanguageQuery language, Request request, Function<IoddViews, T> view) {
        return Responses.cacheable(request, service.entry(id).checksum(), language,
                () -> service.view(id, language, view));
    }
}
