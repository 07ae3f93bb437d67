/** How the suite presents itself: name, colours, logo. */
package io.greenstack.api.branding;
