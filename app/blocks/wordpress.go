package blocks

import "strings"

// WordPress returns the document in the markup of WordPress's block editor, without pictures. See WordPressWith.
func (d Document) WordPress() string { return d.WordPressWith(HTMLOptions{}) }

// WordPressWith is WordPress with the pictures that o.Image knows. o.Headings moves headings as in HTML. Square brackets are
// written as entities, so that no text can run a shortcode. Slots are left out.
func (d Document) WordPressWith(o HTMLOptions) string {
	var parts []string
	section := 1
	for _, b := range d {
		if b.Type == TypeHeading {
			section = b.Level
		}
		if part := b.wordPress(o, section); part != "" {
			parts = append(parts, part)
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return strings.ReplaceAll(strings.Join(parts, "\n\n"), "[", "&#91;") + "\n"
}

// comment writes the markup of a block between the comments that name it. The attributes are trusted JSON.
func comment(name, attributes, markup string) string {
	opening := name
	if attributes != "" {
		opening += " " + attributes
	}
	return "<!-- wp:" + opening + " -->\n" + markup + "\n<!-- /wp:" + name + " -->"
}

func (b Block) wordPress(o HTMLOptions, section int) string {
	switch b.Type {
	case TypeHeading:
		return headingWordPress(o, b.Level, b.Text)
	case TypeQuote:
		return b.quoteWordPress()
	case TypeList:
		return b.listWordPress()
	case TypeTable:
		return b.tableWordPress()
	case TypeImage:
		return b.imageWordPress(o)
	case TypeFAQ:
		return b.faqWordPress(o, section)
	case TypeCTA:
		return b.ctaWordPress()
	case TypeCode:
		return b.codeWordPress()
	case TypeHTML:
		if markup := flow(b.Text); markup != "" {
			return comment("html", "", markup)
		}
		return ""
	case TypeSlot:
		return ""
	default:
		return paragraphWordPress(b.Text)
	}
}

func paragraphWordPress(inlineHTML string) string {
	content := Inline(inlineHTML)
	if content == "" {
		return ""
	}
	return comment("paragraph", "", wrap("p", content))
}

// headingWordPress omits the level where it is the editor's default.
func headingWordPress(o HTMLOptions, level int, inlineHTML string) string {
	content := Inline(inlineHTML)
	if content == "" {
		return ""
	}
	element, attributes := o.level(level), ""
	if element != "h2" {
		attributes = `{"level":` + element[1:] + `}`
	}
	return comment("heading", attributes, "<"+element+` class="wp-block-heading">`+content+"</"+element+">")
}

func (b Block) quoteWordPress() string {
	content := paragraphWordPress(b.Text)
	if content == "" {
		return ""
	}
	return comment("quote", "", `<blockquote class="wp-block-quote">`+content+captioned("cite", b.Cite)+"</blockquote>")
}

func (b Block) listWordPress() string {
	var items []string
	for _, item := range b.Items {
		if content := Inline(item); content != "" {
			items = append(items, comment("list-item", "", wrap("li", content)))
		}
	}
	if len(items) == 0 {
		return ""
	}
	element, attributes := "ul", ""
	if b.Ordered {
		element, attributes = "ol", `{"ordered":true}`
	}
	return comment("list", attributes, "<"+element+` class="wp-block-list">`+strings.Join(items, "\n\n")+"</"+element+">")
}

func (b Block) tableWordPress() string {
	if b.columns() == 0 {
		return ""
	}
	// The editor writes heads without scope and reports anything else as broken.
	markup := strings.ReplaceAll(grid(b), `<th scope="col">`, "<th>")
	return comment("table", `{"hasFixedLayout":false}`, `<figure class="wp-block-table">`+wrap("table", markup)+captionWordPress(b.Caption)+"</figure>")
}

// imageWordPress omits the size of the picture: WordPress's library knows it.
func (b Block) imageWordPress(o HTMLOptions) string {
	src, _, _, ok := o.image(b.ImageID)
	if !ok {
		return ""
	}
	picture := `<img src="` + escapeAttribute(src) + `" alt="` + escapeAttribute(Text(b.Alt)) + `"/>`
	return comment("image", "", `<figure class="wp-block-image">`+picture+captionWordPress(b.Caption)+"</figure>")
}

func captionWordPress(caption string) string {
	if caption = Inline(caption); caption == "" {
		return ""
	}
	return `<figcaption class="wp-element-caption">` + caption + "</figcaption>"
}

// faqWordPress writes questions as headings: the editor's details block hides the answers from readers who skim.
func (b Block) faqWordPress(o HTMLOptions, section int) string {
	var parts []string
	for _, item := range b.Questions {
		for _, part := range []string{headingWordPress(o, min(section+1, 5), item.Question), paragraphWordPress(item.Answer)} {
			if part != "" {
				parts = append(parts, part)
			}
		}
	}
	return strings.Join(parts, "\n\n")
}

func (b Block) ctaWordPress() string {
	var parts []string
	if text := paragraphWordPress(b.Text); text != "" {
		parts = append(parts, text)
	}
	switch button := action(b, "wp-block-button__link wp-element-button"); {
	case button == "":
	case !strings.HasPrefix(button, "<a"):
		parts = append(parts, paragraphWordPress(button))
	default:
		button = comment("button", "", `<div class="wp-block-button">`+button+"</div>")
		parts = append(parts, comment("buttons", "", `<div class="wp-block-buttons">`+button+"</div>"))
	}
	return strings.Join(parts, "\n\n")
}

func (b Block) codeWordPress() string {
	if strings.TrimSpace(b.Text) == "" {
		return ""
	}
	return comment("code", "", `<pre class="wp-block-code">`+wrap("code", escape(b.Text))+"</pre>")
}
