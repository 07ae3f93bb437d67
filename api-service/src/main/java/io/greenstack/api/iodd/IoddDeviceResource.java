package io.greenstack.api.iodd;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.greenstack.api.platform.LanguageQuery;
import io.greenstack.api.platform.Responses;
import io.greenstack.api.security.Roles;
import io.greenstack.descriptions.iodd.view.IoddDetail;
import io.greenstack.descriptions.iodd.view.IoddParts;
import io.greenstack.descriptions.iodd.view.IoddViews;

/** What a device is: the whole detail and model, document, communication, wiring, tests, texts. */
@Path("/api/iodd")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Tag(name = "IODD", description = "IO-Link device descriptions")
public class IoddDeviceResource {

    private final IoddService service;

    @Inject
    public IoddDeviceResource(IoddService service) {
        this.service = service;
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "An IODD with everything screens show of it")
    @APIResponseSchema(IoddDetail.class)
    public RestResponse<String> detail(long id, @BeanParam LanguageQuery language, @Context HttpHeaders headers,
            @Context Request request) {
        // Without a tag to compare, summary and detail come in one read.
        if (headers.getHeaderString(HttpHeaders.IF_NONE_MATCH) != null) {
            return Responses.cacheable(request, service.entry(id).checksum(), language,
                    () -> service.detail(id, language).body());
        }
        IoddService.Detail detail = service.detail(id, language);
        return Responses.cacheable(request, detail.checksum(), language, detail::body);
    }

    @GET
    @Path("/{id}/model")
    @Operation(summary = "The whole model of the file and its language files", description = "Every element by its name in snake "
            + "case, texts by their ids, with the line it stands in.")
    public RestResponse<String> model(long id, @Context Request request) {
        return Responses.cacheable(request, service.entry(id).checksum(), () -> service.model(id));
    }

    @GET
    @Path("/{id}/documentinfo")
    @Operation(summary = "About the file and its vendor")
    public RestResponse<IoddDetail.DocumentView> document(long id, @BeanParam LanguageQuery language,
            @Context Request request) {
        return view(id, language, request, IoddViews::document);
    }

    @GET
    @Path("/{id}/features")
    @Operation(summary = "What the device supports; empty if the file does not say")
    public RestResponse<IoddDetail.FeaturesView> features(long id, @BeanParam LanguageQuery language,
            @Context Request request) {
        return view(id, language, request, IoddViews::features);
    }

    @GET
    @Path("/{id}/communication")
    @Operation(summary = "Physical layers, connections and wires; empty if the file does not say")
    public RestResponse<IoddParts.CommunicationPart> communication(long id, @BeanParam LanguageQuery language,
            @Context Request request) {
        return view(id, language, request, IoddViews::communication);
    }

    @GET
    @Path("/{id}/wiring")
    @Operation(summary = "Wires by connection type")
    public RestResponse<Map<String, List<IoddDetail.WireView>>> wiring(long id, @BeanParam LanguageQuery language,
            @Context Request request) {
        return view(id, language, request, IoddViews::wiring);
    }

    @GET
    @Path("/{id}/test-config")
    @Operation(summary = "Settings for automatic tests")
    public RestResponse<List<IoddParts.TestConfigView>> testConfig(long id, @BeanParam LanguageQuery language,
            @Context Request request) {
        return view(id, language, request, IoddViews::testConfig);
    }

    @GET
    @Path("/{id}/languages")
    @Operation(summary = "All texts in all languages")
    public RestResponse<IoddParts.LanguagesView> languages(long id, @BeanParam LanguageQuery language,
            @Context Request request) {
        return view(id, language, request, IoddViews::languages);
    }

    private <T> RestResponse<T> view(long id, LanguageQuery language, Request request, Function<IoddViews, T> view) {
        return Responses.cacheable(request, service.entry(id).checksum(), language,
                () -> service.view(id, language, view));
    }
}
