package io.greenstack.api.iodd;

import java.util.List;
import java.util.function.Function;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.greenstack.api.platform.ApiException;
import io.greenstack.api.platform.LanguageQuery;
import io.greenstack.api.platform.Responses;
import io.greenstack.api.security.Roles;
import io.greenstack.descriptions.iodd.view.IoddDetail;
import io.greenstack.descriptions.iodd.view.IoddParts;
import io.greenstack.descriptions.iodd.view.IoddViews;

/** Menus, their buttons, and the parameters they edit. */
@Path("/api/iodd")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Tag(name = "IODD", description = "IO-Link device descriptions")
public class IoddMenuResource {

    private static final List<String> ROLES = List.of("observer", "maintenance", "specialist");

    private final IoddService service;

    @Inject
    public IoddMenuResource(IoddService service) {
        this.service = service;
    }

    @GET
    @Path("/{id}/menus")
    @Operation(summary = "Menus in document order, what their entries show, and the roles that see them", description = "With "
            + "role = observer, maintenance or specialist only the menus which that role reaches.")
    public RestResponse<IoddDetail.MenusView> menus(long id, @QueryParam("role") String role,
            @BeanParam LanguageQuery language, @Context Request request) {
        if (role == null || role.isBlank()) {
            return view(id, language, request, IoddViews::menus);
        }
        if (!ROLES.contains(role)) {
            throw ApiException.invalidParameter("role", "observer, maintenance or specialist is needed");
        }
        return view(id, language, request, views -> views.menus(role));
    }

    @GET
    @Path("/{id}/config-schema")
    @Operation(summary = "Menus with the parameters they edit, and the menus of each role")
    public RestResponse<IoddParts.ConfigSchema> configSchema(long id, @BeanParam LanguageQuery language,
            @Context Request request) {
        return view(id, language, request, IoddViews::configSchema);
    }

    @GET
    @Path("/{id}/menu-buttons")
    @Operation(summary = "Buttons of all menus")
    public RestResponse<List<IoddParts.MenuButtonView>> menuButtons(long id, @BeanParam LanguageQuery language,
            @Context Request request) {
        return view(id, language, request, IoddViews::menuButtons);
    }

    private <T> RestResponse<T> view(long id, LanguageQuery language, Request request, Function<IoddViews, T> view) {
        return Responses.cacheable(request, service.entry(id).checksum(), language,
                () -> service.view(id, language, view));
    }
}
