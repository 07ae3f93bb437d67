package io.greenstack.api.platform;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestResponse;

/** Builds responses with the headers that lists and cacheable reads share. */
public final class Responses {

    private Responses() {}

    /** A page as an array with {@code X-Total-Count} and {@code Link} (first, prev, next, last). */
    public static <T> RestResponse<List<T>> page(Page<T> page, UriInfo uri) {
        return paged(RestResponse.ok(page.items()), page, uri);
    }

    /**
     * A page that the client may keep.
     *
     * @param tag changes whenever any page would
     * @param page is only made when the client does not have it
     */
    public static <T> RestResponse<List<T>> cacheable(Request request, String tag, PageRequest wanted, UriInfo uri,
            Supplier<Page<T>> page) {
        Holder<T> made = new Holder<>();
        RestResponse<List<T>> response = cacheable(request, tag + wanted.tag(), () -> made.keep(page.get()));
        return made.page == null ? response : paged(response, made.page, uri);
    }

    /** The same in the language the caller asked for. */
    public static <T> RestResponse<List<T>> cacheable(String tag, PageRequest wanted, UriInfo uri,
            KeptLanguage language, Supplier<Localized<Page<T>>> page) {
        Holder<T> made = new Holder<>();
        RestResponse<List<T>> response = cacheable(tag + wanted.tag(), language, () -> {
            Localized<Page<T>> localized = page.get();
            return new Localized<>(made.keep(localized.body()), localized.languages());
        });
        return made.page == null ? response : paged(response, made.page, uri);
    }

    private static final class Holder<T> {
        private Page<T> page;

        private List<T> keep(Page<T> made) {
            page = made;
            return made.items();
        }
    }

    private static <T> RestResponse<List<T>> paged(RestResponse<List<T>> response, Page<T> page, UriInfo uri) {
        response.getHeaders().putSingle("X-Total-Count", page.total());
        int number = page.request().page();
        List<String> links = new ArrayList<>();
        links.add(link(uri, "first", 1));
        if (number > 1) {
            links.add(link(uri, "prev", Math.min(number - 1, page.lastPage())));
        }
        if (number < page.lastPage()) {
            links.add(link(uri, "next", number + 1L));
        }
        links.add(link(uri, "last", page.lastPage()));
        response.getHeaders().putSingle(HttpHeaders.LINK, String.join(", ", links));
        return response;
    }

    /**
     * A page of a list that grows and shrinks while it is read, so that its pages have no numbers: {@code Link} has the first one
     * and, unless this is the last one, the next.
     *
     * @param parameter that says where a page begins
     * @param next where the next page begins, null if there is none
     */
    public static <T> RestResponse<List<T>> page(List<T> items, String parameter, String next, UriInfo uri) {
        List<String> links = new ArrayList<>(List.of(link(uri, "first", parameter)));
        if (next != null) {
            links.add(link(uri, "next", parameter, next));
        }
        return RestResponse.ResponseBuilder.ok(items).header(HttpHeaders.LINK, String.join(", ", links)).build();
    }

    private static String link(UriInfo uri, String relation, long page) {
        return link(uri, relation, "page", page);
    }

    private static String link(UriInfo uri, String relation, String parameter, Object... value) {
        return Link.fromUri(local(uri.getRequestUriBuilder().replaceQueryParam(parameter, value).build()))
                .rel(relation).build().toString();
    }

    /**
     * Path and query of an address of this service. Which host a client has to ask, it knows better than its request says:
     * a Host header may be anything, and behind a proxy it is the inner one.
     */
    public static String local(URI address) {
        return address.getRawQuery() == null
                ? address.getRawPath()
                : address.getRawPath() + '?' + address.getRawQuery();
    }

    /**
     * A read that the client may keep and ask again for with {@code If-None-Match}.
     *
     * @param tag changes whenever the body would
     * @param body is only computed when the client does not have this version
     */
    public static <T> RestResponse<T> cacheable(Request request, String tag, Supplier<T> body) {
        EntityTag entityTag = new EntityTag(tag);
        Response.ResponseBuilder notModified = request.evaluatePreconditions(entityTag);
        RestResponse.ResponseBuilder<T> response = notModified == null
                ? RestResponse.ResponseBuilder.ok(body.get())
                : RestResponse.ResponseBuilder.create(notModified.build().getStatus());
        return response.tag(entityTag).cacheControl(revalidate()).build();
    }

    /**
     * The same for a body in the language the caller asked for: the tag differs by language.
     *
     * @param body is only computed when the client does not have this version
     */
    public static <T> RestResponse<T> cacheable(String tag, KeptLanguage language,
            Supplier<Localized<T>> body) {
        String[] languages = new String[1];
        RestResponse<T> response = cacheable(language.request, tag + language.tag(), () -> {
            Localized<T> localized = body.get();
            languages[0] = localized.languages();
            return localized.body();
        });
        return inLanguage(response, languages[0]);
    }

    /** Says in which language the texts of a response are, and that the answer depends on it. */
    public static <T> RestResponse<T> inLanguage(RestResponse<T> response, String languages) {
        response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        if (languages != null) {
            response.getHeaders().putSingle(HttpHeaders.CONTENT_LANGUAGE, languages);
        }
        return response;
    }

    /**
     * Answer to an import: 201 when something new was stored, else 200.
     *
     * @param location path of the only thing that was stored, null when there are several
     */
    public static <T> RestResponse<T> imported(boolean created, T result, String location) {
        if (!created) {
            return RestResponse.ok(result);
        }
        RestResponse.ResponseBuilder<T> response = RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED,
                result);
        return location == null ? response.build() : response.location(URI.create(location)).build();
    }

    private static CacheControl revalidate() {
        CacheControl control = new CacheControl();
        control.setPrivate(true);
        control.setNoCache(true);
        control.setNoTransform(false);
        return control;
    }
}
