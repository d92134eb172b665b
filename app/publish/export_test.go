package publish

// Forget empties the cache of preflights.
func (s *Service) Forget() { s.preflights = preflights{} }
