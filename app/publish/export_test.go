package publish

// Forget drops the preflights that are kept.
func (s *Service) Forget() { s.preflights = preflights{} }
