#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>

// A context over a font map of its own, in PDF units: 72 dots an inch, no hinting, no rounding.
static inline PangoContext *tamga_pango_context_new(void) {
    PangoFontMap *map = pango_cairo_font_map_new();
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map), 72);
    PangoContext *context = pango_font_map_create_context(map);
    g_object_unref(map);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context, FALSE);
    return context;
}

// Pango's marks for a glyph that is not drawn and for a character that no font has.
enum {
    tamga_glyph_empty = PANGO_GLYPH_EMPTY,
    tamga_glyph_unknown_flag = PANGO_GLYPH_UNKNOWN_FLAG,
};
