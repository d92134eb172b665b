package settings

import (
	"igny8/app/accounts"
	"igny8/app/ai"
	"igny8/app/config"
	"igny8/app/fault"
	"igny8/app/integrations"
	"igny8/app/web/exchange"
	"igny8/views/address"
	"igny8/views/form"
	"igny8/views/layout"
	"igny8/views/settings"
)

var integrationRoutes = []exchange.Route[handler]{
	exchange.At(exchange.Get, "/app/settings/integrations", accounts.Manage, nil, handler.integrations),
	exchange.At(exchange.Post, "/app/settings/integrations", accounts.Manage, nil, handler.addIntegration),
	exchange.At(exchange.Get, "/app/settings/integrations/:id", accounts.Manage, nil, handler.integrationForm),
	exchange.At(exchange.Post, "/app/settings/integrations/:id", accounts.Manage, nil, handler.changeIntegration),
	exchange.At(exchange.Post, "/app/settings/integrations/:id/try", accounts.Manage, nil, handler.tryIntegration),
	exchange.At(exchange.Post, "/app/settings/integrations/:id/remove", accounts.Manage, nil, handler.removeIntegration),
}

// connection returns the form as it was sent.
func (x handler) connection() ai.Connection {
	return ai.Connection{
		Kind: ai.Kind(x.Value("kind")), BaseURL: x.Value("base_url"), Key: config.Secret(x.Value("key")),
		Model: x.Value("model"), ImageModel: x.Value("image_model"), EmbeddingModel: x.Value("embedding_model"),
	}
}

func (x handler) integrations() error {
	return x.showIntegrations(settings.IntegrationForm{}, nil)
}

func (x handler) showIntegrations(f settings.IntegrationForm, problem error) error {
	v := settings.Integrations{Kinds: x.Engine.Kinds(), Private: x.Config.AllowPrivateHosts, Form: f}
	var err error
	if v.All, err = x.Integrations.Integrations(x.Context()); err != nil {
		return err
	}
	v.Servers = map[string]string{}
	for _, i := range v.All {
		v.Servers[i.ID] = x.Integrations.Server(i)
	}
	if v.Circuits, err = x.Engine.Circuits(x.Context()); err != nil {
		return err
	}
	if v.Answerer, err = x.Engine.Answerer(x.Context()); fault.KindOf(err) == fault.Unavailable {
		v.Unreadable = fault.Sentence(err)
	} else if err != nil {
		return err
	}
	v.Form.Problems = form.Of(problem)
	page := settings.IntegrationsPage(x.Section("Integrations", layout.SectionIntegrations), v)
	if problem != nil {
		return x.Again(problem, page, page)
	}
	return x.Show(page, page)
}

func (x handler) addIntegration() error {
	c := x.connection()
	i, err := x.Integrations.Add(x.Context(), c.Entered())
	if err != nil {
		return x.showIntegrations(settings.FormOf(c), err)
	}
	x.Say("good", "Saved: "+x.Integrations.Server(i)+" is asked from now on. Try it, to see whether it answers.")
	return x.To(address.Integrations)
}

func (x handler) integrationForm() error {
	i, err := x.Integrations.Integration(x.Context(), x.Params("id"))
	if err != nil {
		return err
	}
	return x.showIntegration(i, settings.FormOf(ai.ConnectionOf(i)), nil)
}

func (x handler) showIntegration(i integrations.Integration, f settings.IntegrationForm, problem error) error {
	f.ID, f.KeyTail, f.Problems = i.ID, i.KeyTail, form.Of(problem)
	page := settings.IntegrationPage(x.Section("Integrations", layout.SectionIntegrations), f)
	if problem != nil {
		return x.Again(problem, page, page)
	}
	return x.Show(page, page)
}

func (x handler) changeIntegration() error {
	i, err := x.Integrations.Integration(x.Context(), x.Params("id"))
	if err != nil {
		return err
	}
	c := x.connection()
	c.Kind = ai.Kind(i.Kind)
	if _, err := x.Integrations.Change(x.Context(), i.ID, c.Entered()); err != nil {
		return x.showIntegration(i, settings.FormOf(c), err)
	}
	x.Say("good", "Saved. Try it, to see whether it answers.")
	return x.To(address.Integrations)
}

func (x handler) tryIntegration() error {
	i, err := x.Integrations.Try(x.Context(), x.Params("id"))
	if err != nil {
		return err
	}
	return x.To(address.Integrations + "#integration-" + i.ID)
}

func (x handler) removeIntegration() error {
	if err := x.Integrations.Remove(x.Context(), x.Params("id")); err != nil {
		return err
	}
	x.Say("good", "Removed, and its key with it. Tasks that were queued for it end without a charge.")
	return x.To(address.Integrations)
}
