package runtime

import (
	"strings"

	"rehearse/parser/ast"
	"rehearse/runtime/bind"
	"rehearse/runtime/host"
	"rehearse/runtime/value"
)

// shellVersion is the version that rehearse behaves like.
const shellVersion = "7.6.9"

// prepareFile checks the #requires comments of a script and loads what `using module` names, before anything of the script runs
// (oracle/functions, sections 15 and 16).
func (s *functionStage) prepareFile() error {
	b := s.body
	if r := s.block.block.Requirements; r != nil {
		if err := s.require(r); err != nil {
			if x, ok := err.(*value.Exception); ok {
				rec := b.exceptionRecord(x)
				rec.Invocation = b.invocation.Recorded()
				if s.global {
					rec.Invocation.InvocationName, rec.Invocation.Command = "", value.NullValue // nothing has begun that could be named
				} else if s.stageBase.plan != nil {
					rec.Invocation.Extent = s.frame.position(s.stageBase.plan.nameAt)
				}
				x.Invocation = rec.Invocation
				return rec
			}
			return err
		}
	}
	for _, u := range s.block.block.UsingStatements {
		if u.UsingStatementKind == ast.UsingModule {
			if err := s.useModule(u); err != nil {
				return err
			}
		}
	}
	return nil
}

// fileCall is a call in the frame of a script that loads modules.
func (s *functionStage) fileCall() *Call {
	return &Call{Binding: &bind.Binding{}, frame: s.body, out: discard{}, stream: s.body.streams, info: s.body.invocation, name: s.header}
}

func (s *functionStage) require(r *ast.ScriptRequirements) error {
	refuse := func(id, why string) error {
		return value.Throw(value.ScriptRequiresException, id, "The script '"+s.header+"' cannot be run because "+why).
			With(value.ResourceUnavailable, value.OfString(s.header))
	}
	c := s.fileCall()
	if v := r.RequiredPSVersion; v != "" && c.compareVersions(fullVersion(v), shellVersion) > 0 {
		return refuse("ScriptRequiresUnmatchedPSVersion", "it contained a \"#requires\" statement for PowerShell "+v+
			". The version of PowerShell that is required by the script does not match the currently running version of PowerShell "+shellVersion+".")
	}
	for _, e := range r.RequiredPSEditions {
		if !value.EqualFold(e, "Core") {
			return notSpecified(refuse("ScriptRequiresUnmatchedPSEdition", "it contained a \"#requires\" statement for PowerShell editions '"+strings.Join(r.RequiredPSEditions, ",")+
				"'. The edition of PowerShell that is required by the script does not match the currently running PowerShell Core edition."))
		}
	}
	for _, m := range r.RequiredModules {
		if _, err := c.ImportModule(m.Name, ImportOptions{MinimumVersion: m.ModuleVersion, RequiredVersion: m.RequiredVersion, MaximumVersion: m.MaximumVersion, Global: true}); err != nil {
			return refuse("ScriptRequiresMissingModules", "the following modules that are specified by the \"#requires\" statements of the script are missing: "+
				missingRequirement(&m)+".")
		}
	}
	return nil
}

// notSpecified takes the category away from a refusal.
func notSpecified(err error) error {
	if e, ok := err.(*value.Exception); ok {
		e.Category = value.NotSpecified
	}
	return err
}

// fullVersion is a version with two parts at least.
func fullVersion(v string) string {
	if strings.Contains(v, ".") {
		return v
	}
	return v + ".0"
}

func missingRequirement(m *ast.RequiredModule) string {
	text := "The module '" + m.Name + "' cannot be found"
	var with []string
	for _, x := range [...]struct{ key, v string }{{"ModuleVersion", m.ModuleVersion}, {"RequiredVersion", m.RequiredVersion}, {"MaximumVersion", m.MaximumVersion}} {
		if x.v != "" {
			with = append(with, x.key+" '"+x.v+"'")
		}
	}
	if with != nil {
		text += " with " + strings.Join(with, ", ")
	}
	return text + "."
}

// useModule is `using module`: the module's members are imported, and its classes and enums are types of this script.
func (s *functionStage) useModule(u *ast.UsingStatement) error {
	b := s.body
	name, o := "", ImportOptions{Unchecked: true}
	if u.Name != nil {
		name = u.Name.Value
	} else if u.ModuleSpecification != nil {
		v, err := (&compiler{source: s.block.source, block: s.block, table: &slotTable{}}).expression(u.ModuleSpecification)(b)
		if err != nil {
			return err
		}
		name, o = ModuleSpecification(v, o)
	}
	if strings.ContainsAny(name, `/\`) || strings.HasPrefix(name, ".") {
		name = host.FullPath(b.host.Platform, b.folderOf(s.block.source.FileName()), b.home(), name)
	}
	m, err := s.fileCall().ImportModule(name, o)
	if err != nil {
		return s.moduleUnusable(u, name, err)
	}
	if m.classes != nil {
		for _, t := range m.classes.list {
			b.classesHere().define(t)
		}
	}
	return nil
}

// moduleUnusable is the error of a script whose module is missing or does not parse.
func (s *functionStage) moduleUnusable(u *ast.UsingStatement, name string, err error) error {
	if e, ok := err.(*value.Exception); ok && strings.HasPrefix(e.ID, "Modules_Module") {
		at := u.Extent
		if u.Name != nil {
			at = u.Name.Extent
		}
		missing := value.Throw(value.ParseException, "ModuleNotFoundDuringParse", "Could not find the module '"+name+"'.").With(value.ParserError, value.NullValue)
		return s.body.recordAt(at, missing)
	}
	return err
}

// ModuleSpecification reads @{ ModuleName = …; ModuleVersion = … }, or a plain name.
func ModuleSpecification(v value.Value, o ImportOptions) (string, ImportOptions) {
	d, ok := value.As[*value.Dictionary](v.Base())
	if !ok {
		return value.ToString(v), o
	}
	text := func(key string) string {
		x, _ := d.GetString(key)
		return value.ToString(x)
	}
	o.MinimumVersion, o.MaximumVersion, o.RequiredVersion = text("ModuleVersion"), text("MaximumVersion"), text("RequiredVersion")
	return text("ModuleName"), o
}
