package web

import (
	"igny8/app/accounts"
	"igny8/app/ai"
	"igny8/app/config"
	"igny8/app/fault"
	"igny8/views/address"
	"igny8/views/form"
	"igny8/views/layout"
	"igny8/views/settings"
)

var integrationRoutes = []route{
	{get, "/app/settings/integrations", accounts.Manage, nil, (*exchange).integrations},
	{post, "/app/settings/integrations", accounts.Manage, nil, (*exchange).addIntegration},
	{get, "/app/settings/integrations/:id", accounts.Manage, nil, (*exchange).integrationForm},
	{post, "/app/settings/integrations/:id", accounts.Manage, nil, (*exchange).changeIntegration},
	{post, "/app/settings/integrations/:id/try", accounts.Manage, nil, (*exchange).tryIntegration},
	{post, "/app/settings/integrations/:id/remove", accounts.Manage, nil, (*exchange).removeIntegration},
}

// connection is the form as it was sent.
func (x *exchange) connection() ai.Connection {
	return ai.Connection{
		Kind: ai.Kind(x.value("kind")), BaseURL: x.value("base_url"), Key: config.Secret(x.value("key")),
		Model: x.value("model"), ImageModel: x.value("image_model"), EmbeddingModel: x.value("embedding_model"),
	}
}

func (x *exchange) integrations() error {
	return x.showIntegrations(settings.IntegrationForm{}, nil)
}

func (x *exchange) showIntegrations(f settings.IntegrationForm, problem error) error {
	v := settings.Integrations{Kinds: x.Engine.Kinds(), Private: x.config.AllowPrivateHosts, Form: f}
	var err error
	if v.All, err = x.Engine.Integrations(x.ctx()); err != nil {
		return err
	}
	if v.Circuits, err = x.Engine.Circuits(x.ctx()); err != nil {
		return err
	}
	if v.Answerer, err = x.Engine.Answerer(x.ctx()); fault.KindOf(err) == fault.Unavailable {
		v.Unreadable = fault.Sentence(err)
	} else if err != nil {
		return err
	}
	v.Form.Problems = form.Of(problem)
	page := settings.IntegrationsPage(x.section("Integrations", layout.SectionIntegrations), v)
	if problem != nil {
		return x.again(problem, page, page)
	}
	return x.show(page, page)
}

func (x *exchange) addIntegration() error {
	c := x.connection()
	i, err := x.Engine.AddIntegration(x.ctx(), c)
	if err != nil {
		return x.showIntegrations(settings.FormOf(c), err)
	}
	x.say("good", "Saved: "+i.Server()+" is asked from now on. Try it, to see whether it answers.")
	return x.to(address.Integrations)
}

func (x *exchange) integrationForm() error {
	i, err := x.Engine.Integration(x.ctx(), x.Params("id"))
	if err != nil {
		return err
	}
	return x.showIntegration(i, settings.FormOf(i.Connection()), nil)
}

func (x *exchange) showIntegration(i ai.Integration, f settings.IntegrationForm, problem error) error {
	f.ID, f.KeyTail, f.Problems = i.ID, i.KeyTail, form.Of(problem)
	page := settings.IntegrationPage(x.section("Integrations", layout.SectionIntegrations), f)
	if problem != nil {
		return x.again(problem, page, page)
	}
	return x.show(page, page)
}

func (x *exchange) changeIntegration() error {
	i, err := x.Engine.Integration(x.ctx(), x.Params("id"))
	if err != nil {
		return err
	}
	c := x.connection()
	c.Kind = i.Kind
	if _, err := x.Engine.ChangeIntegration(x.ctx(), i.ID, c); err != nil {
		return x.showIntegration(i, settings.FormOf(c), err)
	}
	x.say("good", "Saved. Try it, to see whether it answers.")
	return x.to(address.Integrations)
}

func (x *exchange) tryIntegration() error {
	i, err := x.Engine.TryIntegration(x.ctx(), x.Params("id"))
	if err != nil {
		return err
	}
	return x.to(address.Integrations + "#integration-" + i.ID)
}

func (x *exchange) removeIntegration() error {
	if err := x.Engine.RemoveIntegration(x.ctx(), x.Params("id")); err != nil {
		return err
	}
	x.say("good", "Removed, and its key with it. Tasks that were queued for it end without a charge.")
	return x.to(address.Integrations)
}
