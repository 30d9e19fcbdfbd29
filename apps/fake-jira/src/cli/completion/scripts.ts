/** The shells that can complete the command line. */
export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

// Each asks `fake-jira complete -- WORDS`, whose lines are a value, a tab and a description; the last line is `:files`,
// `:folders` or `:`. So a new option is completed without a new script.

const bash = `# bash completion for fake-jira:  eval "$(fake-jira completion bash)"
_fake_jira() {
  local current="\${COMP_WORDS[COMP_CWORD]}" line
  COMPREPLY=()
  # bash takes --world=demo for three words; the values behind = are completed alone.
  [[ $current == '=' ]] && current=''
  while IFS= read -r line; do
    case $line in
      :files) compopt -o filenames 2> /dev/null; while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$current") ;;
      :folders) compopt -o filenames 2> /dev/null; while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -d -- "$current") ;;
      :*) ;;
      *) COMPREPLY+=("\${line%%$'\\t'*}") ;;
    esac
  done < <("\${COMP_WORDS[0]}" complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2> /dev/null)
}
complete -F _fake_jira fake-jira
`;

const zsh = `#compdef fake-jira
# zsh completion for fake-jira, behind compinit:  eval "$(fake-jira completion zsh)"
_fake_jira() {
  local line
  local -a values
  while IFS= read -r line; do
    case $line in
      :files) _files ;;
      :folders) _files -/ ;;
      :*) ;;
      *$'\\t'?*) values+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}") ;;
      *) values+=("\${\${line%%$'\\t'*}//:/\\\\:}") ;;
    esac
  done < <("\${words[1]}" complete -- "\${(@)words[2,CURRENT]}" 2> /dev/null)
  if (( \${#values} )); then _describe fake-jira values; fi
}
if [[ \${funcstack[1]} == _fake_jira ]]; then _fake_jira "$@"; else compdef _fake_jira fake-jira; fi
`;

const fish = `# fish completion for fake-jira:  fake-jira completion fish | source
function __fake_jira_complete
    set -l words (commandline -opc)
    for line in ($words[1] complete -- $words[2..-1] (commandline -ct) 2> /dev/null)
        switch $line
            case :files
                __fish_complete_path (commandline -ct)
            case :folders
                __fish_complete_directories (commandline -ct)
            case ':*'
            case '*'
                echo $line
        end
    end
end
complete -c fake-jira -f -a '(__fake_jira_complete)'
`;

/** What a shell has to read so that it completes the command line. */
export const scripts: Readonly<Record<Shell, string>> = { bash, zsh, fish };
