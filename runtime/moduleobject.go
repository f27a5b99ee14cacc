package runtime

import "rehearse/runtime/value"

// moduleMembers are the members of PSModuleInfo.
func moduleMembers() {
	entry := func(name, key string) value.Property {
		return text1(name, func(m *Module) string { return m.entry(key) })
	}
	onRemove := row("OnRemove", value.TypeScriptBlock, func(m *Module) value.Value { return m.onRemove })
	onRemove.Set = func(_ value.Env, self, v value.Value) error {
		m, _ := value.As[*Module](self.Base())
		m.onRemove = v
		return nil
	}
	typed := func(name, typ string, get func(m *Module) string) value.Property {
		return value.Property{Name: name, Get: func(env value.Env, self value.Value) (value.Value, error) {
			m, _ := value.As[*Module](self.Base())
			s := get(m)
			f := env.(*Frame)
			if s == "" {
				return value.NullValue, nil
			}
			return f.cast(value.OfString(s), f.findType(typ, nil))
		}}
	}
	list := func(name string, get func(m *Module) []string) value.Property {
		return row(name, nil, func(m *Module) value.Value { return textList(get(m)) })
	}
	TypeModule.Members = &value.Members{
		Properties: []value.Property{
			row("LogPipelineExecutionDetails", value.TypeBool, func(*Module) value.Value { return value.False }),
			text1("Name", func(m *Module) string { return m.Name }),
			text1("Path", func(m *Module) string { return m.shownPath() }),
			text1("Definition", func(m *Module) string { return "" }),
			entry("Description", "Description"),
			typed("Guid", "guid", func(m *Module) string {
				if g := m.entry("GUID"); g != "" {
					return g
				}
				return "00000000-0000-0000-0000-000000000000"
			}),
			entry("HelpInfoUri", "HelpInfoURI"),
			text1("ModuleBase", func(m *Module) string { return m.Base }),
			row("PrivateData", nil, func(m *Module) value.Value {
				if m.Manifest == nil {
					return value.NullValue
				}
				v, _ := m.Manifest.GetString("PrivateData")
				return v
			}),
			list("Tags", func(m *Module) []string { return m.gallery("Tags") }),
			typed("Version", "version", func(m *Module) string { return m.Version }),
			row("ModuleType", typeModuleKind, func(m *Module) value.Value { return value.OfEnum(typeModuleKind.Enum, int64(m.Kind)) }),
			entry("Author", "Author"),
			entry("CompanyName", "CompanyName"),
			entry("Copyright", "Copyright"),
			row("ExportedFunctions", nil, func(m *Module) value.Value { return value.Of(m.exportedFunctions()) }),
			text1("Prefix", func(m *Module) string { return m.Prefix }),
			{Name: "ExportedCmdlets", Get: func(env value.Env, self value.Value) (value.Value, error) {
				m, _ := value.As[*Module](self.Base())
				d := newNameTable()
				m.addCmdlets(env.(*Frame), d)
				return value.Of(d), nil
			}},
			{Name: "ExportedCommands", Get: func(env value.Env, self value.Value) (value.Value, error) {
				m, _ := value.As[*Module](self.Base())
				d := m.exportedFunctions()
				m.addCmdlets(env.(*Frame), d)
				for _, a := range m.exports.aliases {
					d.SetString(m.exportedName(a.Name), value.Of(env.(*Frame).aliasObject(a)))
				}
				return value.Of(d), nil
			}},
			row("NestedModules", nil, func(m *Module) value.Value {
				out := make([]value.Value, len(m.nested.list))
				for i, n := range m.nested.list {
					out[i] = value.Of(n)
				}
				return collection(out)
			}),
			list("RequiredModules", func(m *Module) []string { return m.listed("RequiredModules") }),
			entry("RootModule", "RootModule"),
			{Name: "ExportedVariables", Get: func(env value.Env, self value.Value) (value.Value, error) {
				m, _ := value.As[*Module](self.Base())
				d := newNameTable()
				for _, n := range m.exports.variables {
					d.SetString(n, value.Of(&Variable{Name: n, scope: m.scope, last: value.NullValue}))
				}
				return value.Of(d), nil
			}},
			{Name: "ExportedAliases", Get: func(env value.Env, self value.Value) (value.Value, error) {
				m, _ := value.As[*Module](self.Base())
				d := newNameTable()
				for _, a := range m.exports.aliases {
					d.SetString(m.exportedName(a.Name), value.Of(env.(*Frame).aliasObject(a)))
				}
				return value.Of(d), nil
			}},
			row("SessionState", typeSessionState, func(m *Module) value.Value { return value.Of(sessionState{module: m}) }),
			onRemove,
		},
		Methods: []value.Method{
			{Name: "Invoke", Overloads: []value.Overload{{Params: []value.Param{{Name: "sb", Type: value.TypeScriptBlock}, {Name: "args"}}, Variadic: true,
				Call: func(env value.Env, self value.Value, args []value.Value) (value.Value, error) {
					m, _ := value.As[*Module](self.Base())
					var got collector
					err := env.(*Frame).callBlock(m.bind(BlockOf(args[0])), value.BlockInput{Under: value.Unset, Args: args[1:]}, &got)
					return got.result(), err
				}}}},
			{Name: "NewBoundScriptBlock", Overloads: []value.Overload{{Params: []value.Param{{Name: "scriptBlockToBind", Type: value.TypeScriptBlock}}, Return: value.TypeScriptBlock,
				Call: func(_ value.Env, self value.Value, args []value.Value) (value.Value, error) {
					m, _ := value.As[*Module](self.Base())
					return value.Of(m.bind(BlockOf(args[0]))), nil
				}}}},
		},
	}
}

// bind is a copy of a block that runs in the module.
func (m *Module) bind(b *ScriptBlock) *ScriptBlock {
	own := *b
	own.module, own.closure = m, nil
	return &own
}

// shownPath is the property Path: the manifest of a module that has only one, else the file of its code.
func (m *Module) shownPath() string {
	if m.Kind == ManifestModule && m.manifestFile != "" {
		return m.manifestFile
	}
	return m.Path
}

// gallery is a list of the manifest's PrivateData.PSData.
func (m *Module) gallery(key string) []string {
	if m.Manifest == nil {
		return nil
	}
	private, _ := m.Manifest.GetString("PrivateData")
	d, ok := value.As[*value.Dictionary](private.Base())
	if !ok {
		return nil
	}
	data, _ := d.GetString("PSData")
	if d, ok = value.As[*value.Dictionary](data.Base()); !ok {
		return nil
	}
	v, _ := d.GetString(key)
	var out []string
	for _, x := range ListOf(v) {
		out = append(out, value.ToString(x))
	}
	return out
}

func textList(items []string) value.Value {
	out := make([]value.Value, len(items))
	for i, s := range items {
		out[i] = value.OfString(s)
	}
	return collection(out)
}

// newNameTable is a dictionary by name, any case.
func newNameTable() *value.Dictionary {
	return &value.Dictionary{Type: typeNameTable, Table: value.Table{FoldCase: true}}
}

func (m *Module) exportedFunctions() *value.Dictionary {
	d := newNameTable()
	for _, f := range m.exports.functions {
		name := m.exportedName(f.Name)
		if c, ok := m.exported(name).(*FunctionInfo); ok {
			f = c
		}
		d.SetString(name, value.Of(f.object()))
	}
	return d
}

func (m *Module) addCmdlets(f *Frame, d *value.Dictionary) {
	for _, x := range f.cmdletsOf(m) {
		d.SetString(x.Command, value.Of(&CommandInfo{command: cmdletCommand{x}}))
	}
}

// moduleCommand is `& $module { … }`: the block that stands first among the arguments runs in the module.
type moduleCommand struct{ module *Module }

func (c moduleCommand) stage(b stageBase) (stage, error) {
	if len(b.args) == 0 || !b.args[0].HasValue || b.args[0].Name != "" {
		return nil, notCallable("&", value.Of(c.module))
	}
	first := b.args[0].Value
	b.args = b.args[1:]
	if block := BlockOf(first); block != nil {
		return newFunctionStage(b, c.module.bind(block), nil, "")
	}
	f := *b.frame
	f.scope = c.module.scope
	cmd, err := f.findCommand(value.ToString(first))
	if err != nil {
		return nil, err
	}
	return cmd.stage(b)
}
